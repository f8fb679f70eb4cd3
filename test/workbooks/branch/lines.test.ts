/** Completion lines: the word below each of them, at the line and a little short of it; no line, no word. */
import { expect, test } from 'vitest';
import type { CompletionLine } from '../../../src/model/in-force.ts';
import { parseRatio } from '../../../src/model/ratio.ts';
import { completionMark, completionWord, linesForm } from '../../../src/workbooks/branch/lines.ts';

const line = (parameter: string, value: string, below: string): CompletionLine => ({
  parameter,
  title: { zh: parameter, en: parameter },
  article: '1',
  value: parseRatio(value),
  below: { zh: below, en: below },
  tone: 'warn',
});
const three = [line('a', '1.1', 'short'), line('b', '0.9', 'low'), line('c', '0.5', 'none')];

test.each([
  ['1.1', 'done'],
  ['1.0999999', 'short'],
  ['0.9', 'short'],
  ['0.8999999', 'low'],
  ['0.5', 'low'],
  ['0.4999999', 'none'],
  ['-1', 'none'],
])('%s of three lines is %s', (done, word) => {
  expect(completionMark(parseRatio(done), three)?.text.en).toBe(word);
});

test('a policy without lines has no word, and nothing over its list', () => {
  expect(completionMark(parseRatio('0.1'), [])).toBeNull();
  expect(linesForm('heat', [])).toEqual([]);
});

test('the formula asks line by line, the highest first', () => {
  const text = completionWord('heat', 'x', three)
    .map((part) =>
      typeof part === 'string' ? part : 'en' in part ? `"${part.en}"` : 'anchor' in part ? part.anchor : 'x',
    )
    .join('');
  expect(text).toBe('IF(x>=line heat a,"done",IF(x>=line heat b,"short",IF(x>=line heat c,"low","none")))');
});
