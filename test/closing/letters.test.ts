/** Templates of letters: what may stand in one, what is refused, and that the same makes the same bytes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PizZip from 'pizzip';
import { describe, expect, test } from 'vitest';
import { body, docx, figures, rows } from '../../bin/templates/docx.ts';
import { templates } from '../../bin/templates/letters.ts';
import { templatesFor } from '../../src/closing/index.ts';
import { boxedTemplates } from '../../src/closing/letters/box.ts';
import { type LetterValues, ofDecision, type Row } from '../../src/closing/letters/placeholders.ts';
import { letterFrom, templateProblems } from '../../src/closing/letters/template.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { smallBasis } from './small.ts';
import { wordsOf } from './words-of.ts';

const row = (values: Partial<Row>): Row => ({
  ...(Object.fromEntries(Object.keys(ofDecision).map((key) => [key, ''])) as Row),
  ...values,
});

const values: LetterValues = {
  run: { 银行: '云山银行', 季度: '2026年第四季度', 制度: '办法' },
  rows: [row({ 姓名: '张一', 事由: '甲 <b>&', 文号: '1号' }), row({ 姓名: '张一', 事由: '乙', 文号: '2号' })],
  figures: [
    { 项目: '日均存款', 实绩: '9 万元', 标准: '8 万元', 结论: '符合', 条款: '第 3 条' },
    { 项目: '考试', 实绩: '', 标准: '', 结论: '无法判断', 条款: '' },
  ],
};

const filled = (...pieces: string[]): string[] =>
  wordsOf(letterFrom({ file: 'a.docx', bytes: docx(pieces) }, values));

const problemsOf = (...pieces: string[]) =>
  templateProblems({ file: 'a.docx', bytes: docx(pieces) }).map(({ code, value }) => [code, value]);

describe('the box', () => {
  test('its files are those that the script makes, and every letter of the defaults has one without a fault', async () => {
    const made = templates();
    expect(await boxedTemplates()).toEqual([...made.keys()].sort());
    for (const [file, bytes] of made) {
      const path = fileURLToPath(new URL(`../../src/closing/templates/${file}`, import.meta.url));
      expect(Buffer.compare(readFileSync(path), bytes), file).toBe(0);
      expect(templateProblems({ file, bytes })).toEqual([]);
    }
    const { templates: found, problems } = await templatesFor(await smallBasis('2026Q4'), temporaryFolder());
    expect(problems).toEqual([]);
    expect([...found.byLetter.keys()].sort()).toEqual([
      'admonition',
      'appointment',
      'dismissal',
      'explanation',
      'review',
      'yellow-card',
    ]);
  });
});

describe('what is filled in', () => {
  test('a row for each decision; outside what they have in common, and a line where they have not', () => {
    expect(filled(body('{银行}：{姓名} {文号}'), rows([1, '事由', '{事由}'], [1, '文号', '{文号}']))).toEqual(
      ['云山银行：张一 ________', '事由', '文号', '甲 &lt;b&gt;&amp;', '1号', '乙', '2号'],
    );
  });

  test('a row for each figure, in which the letter’s own names stand as well', () => {
    expect(filled(figures([1, '项目', '{项目} {姓名}'], [1, '条款', '{条款}']))).toEqual([
      '项目',
      '条款',
      '日均存款 张一',
      '第 3 条',
      '考试 张一',
    ]);
  });

  test('a placeholder that Word has split over runs', () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    expect(filled(`<w:p>${['{', '姓', '名}', '同志'].map(run).join('')}</w:p>`)).toEqual(['张一同志']);
  });

  test('the same bytes twice, and no entry has another day than the first of 1980', () => {
    const template = { file: 'a.docx', bytes: docx([body('{姓名}')]) };
    const bytes = letterFrom(template, values);
    expect(Buffer.compare(bytes, letterFrom(template, values))).toBe(0);
    const days = Object.values(new PizZip(bytes).files).map(({ date }) => date.getFullYear());
    expect(new Set(days)).toEqual(new Set([1980]));
  });
});

describe('what is refused, by its name', () => {
  test.each([
    ['a name that nobody knows', '{生日}', 'unknown-placeholder', '{生日}'],
    ['what every object has', '{constructor}', 'unknown-placeholder', '{constructor}'],
    ['an expression', '{姓名.length}', 'unknown-placeholder', '{姓名.length}'],
    ['raw text of a document', '{@事由}', 'unknown-placeholder', '{@事由}'],
    ['a condition', '{#文号}有{/文号}', 'unknown-placeholder', '{#文号}'],
    ['rows within rows', '{#各项}{#各项}{/各项}{/各项}', 'unknown-placeholder', '{#各项}'],
    ['a name of figures outside of their rows', '{实绩}', 'unknown-placeholder', '{实绩}'],
    ['other braces', '{=[[ ]]=}', 'unknown-placeholder', '{=[[ ]]=}'],
    ['one that does not end', '{姓名', 'broken-placeholder', '{姓名'],
    ['rows that do not end', '{#各项}{事由}', 'broken-placeholder', '{各项'],
    ['braces in full width', '｛姓名｝', 'broken-placeholder', '｛姓名｝'],
  ])('%s', (_, text, code, value) => {
    expect(problemsOf(body(text))).toEqual([[`letters.${code}`, value]]);
  });

  test('a file that is named for no letter: nobody shall think that it was used', async () => {
    const folder = temporaryFolder();
    for (const name of ['诫勉通知书.doc', '~$诫勉通知书.docx', '.DS_Store'])
      writeFileSync(join(folder, name), '');
    const { problems } = await templatesFor(await smallBasis('2026Q4'), folder);
    expect(problems.map(({ code, at }) => [code, at.file])).toEqual([
      ['letters.unknown-template', '诫勉通知书.doc'],
    ]);
  });

  test('a field of the page’s number is none of that', () => {
    expect(problemsOf('<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>')).toEqual([]);
  });

  test('several at once', () => {
    expect(problemsOf(body('{生日}'), body('{住址}')).map(([, value]) => value)).toEqual([
      '{生日}',
      '{住址}',
    ]);
  });

  test('what is no document, one that is damaged, and what runs or fetches by itself', () => {
    const whole = docx([body('{姓名}')]);
    const macros = new PizZip(whole).file('word/vbaProject.bin', 'x').generate({ type: 'nodebuffer' });
    const other = new PizZip().file('a.txt', 'x').generate({ type: 'nodebuffer' });
    const object = new PizZip(whole).file('word/embeddings/a.bin', 'x').generate({ type: 'nodebuffer' });
    const fields = ['DDEAUTO c:\\\\a.exe', ' INCLUDEPICTURE "http://a"'].map((text) =>
      docx([`<w:p><w:r><w:instrText>${text}</w:instrText></w:r></w:p>`]),
    );
    const type =
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"';
    const relations = (attributes: string) =>
      new PizZip(whole)
        .file('word/_rels/settings.xml.rels', `<Relationships><Relationship ${attributes}/></Relationships>`)
        .generate({ type: 'nodebuffer' });
    const target = 'Id="rId1" Target="http://a/b.dotm"';
    const fetching = [
      relations(`${type} ${target} TargetMode="External"`),
      relations(`TargetMode='External' ${target} ${type}`),
    ];
    const refused = [whole.subarray(0, 400), macros, other, object, ...fields, ...fetching];
    for (const bytes of [Buffer.from('a letter'), ...refused])
      expect(templateProblems({ file: 'a.docx', bytes }).map(({ code }) => code)).toEqual([
        'letters.not-a-document',
      ]);
    // A link that a reader may click, and a template in the document's own folder, fetch nothing.
    const link = type.replace('attachedTemplate', 'hyperlink');
    for (const bytes of [
      relations(`${type} ${target}`),
      relations(`${link} ${target} TargetMode="External"`),
    ])
      expect(templateProblems({ file: 'a.docx', bytes })).toEqual([]);
  });
});
