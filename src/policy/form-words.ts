/** What is wrong with the form of a policy file, in both languages, with the forms that are allowed. */
import type { z } from 'zod';
import { same, type Text } from '../model/text.ts';

type Issue = z.core.$ZodIssue;

const types: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '若干个键', en: 'keys with their values' },
  record: { zh: '若干个键', en: 'keys with their values' },
};

const listed = (each: readonly Text[]): Text => ({
  zh: each.map(({ zh }) => zh).join('、'),
  en: each.map(({ en }) => en).join(', '),
});
function among(forms: readonly Text[]): Text {
  const each = [...new Map(forms.map((form) => [form.en, form])).values()];
  return { zh: `应为以下之一：${listed(each).zh}`, en: `expected one of: ${listed(each).en}` };
}

/** The reason of one issue; `isThere`: the file has something in the place. */
export function reasonOf(issue: Issue, isThere = true): Text {
  if (!isThere && issue.code !== 'custom') return { zh: '缺少这个键', en: 'the key is missing' };
  switch (issue.code) {
    case 'custom':
      return (issue.params?.says as Text | undefined) ?? same(issue.message);
    case 'invalid_type': {
      const type = types[issue.expected] ?? same(issue.expected);
      return { zh: `应为${type.zh}`, en: `expected ${type.en}` };
    }
    case 'invalid_value':
      return among(issue.values.map((value) => same(String(value))));
    case 'unrecognized_keys':
      return {
        zh: `不认识的键：${issue.keys.join('、')}`,
        en: `unknown key: ${issue.keys.join(', ')}`,
      };
    case 'invalid_key':
      return issue.issues[0] ? reasonOf(issue.issues[0]) : same(issue.message);
    case 'invalid_format':
      return {
        zh: '代码只能由小写字母、数字和 . _ - 组成，以字母或数字开头',
        en: 'an id is of small letters, digits and . _ -, and begins with a letter or digit',
      };
    case 'too_small':
      return { zh: '至少要有一项', en: 'at least one is needed' };
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? among(issue.options.map((option) => same(String(option))))
        : among(issue.errors.map(formOf));
    default:
      return same(issue.message);
  }
}

/** What one of several forms would be: its type, or the keys that are missing of it. */
function formOf(issues: readonly Issue[]): Text {
  const missing = issues.flatMap(({ code, path }) =>
    code !== 'unrecognized_keys' && path[0] ? String(path[0]) : [],
  );
  const [first] = issues;
  if (missing.length > 0) return same(missing.map((key) => `\`${key}\``).join(' + '));
  if (first?.code === 'invalid_value') return listed(first.values.map((value) => same(String(value))));
  if (first?.code === 'invalid_type') return types[first.expected] ?? same(first.expected);
  return first ? reasonOf(first) : same('');
}

/** Of an issue between alternatives the issues of the one that is meant: what is wrong with it lies deeper. */
export function narrowed(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find(
    (issues) => issues.length > 0 && issues.every(({ path }) => path.length > 0),
  );
  // Of an id and an object, or a list, the one that the value is of.
  const [only, ...others] = issue.errors.filter((issues) => !issues.some(isOtherwise));
  const narrower = meant ?? (others.length === 0 ? only : undefined);
  return narrower ? narrower.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) : [issue];
}

/** The value is nothing of the kind at all. */
const isOtherwise = ({ code, path }: Issue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
