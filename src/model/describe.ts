/** A problem as lines of plain text: where it is, what was seen, what is wrong, and what to do about it. */
import type { Diagnostic, Location } from './diagnostic.ts';
import type { Lang } from './text.ts';
import { severityWords } from './words.ts';

/** `存款.xlsx，工作表“存款”，第 12 行，列“年日均余额”`; empty where the problem concerns the whole package. */
export function describePlace(at: Location, lang: Lang): string {
  const parts = [
    at.file,
    at.sheet ? { zh: `工作表“${at.sheet}”`, en: `sheet “${at.sheet}”` }[lang] : undefined,
    at.row === undefined ? undefined : { zh: `第 ${at.row} 行`, en: `row ${at.row}` }[lang],
    at.column === undefined ? undefined : { zh: `列“${at.column}”`, en: `column “${at.column}”` }[lang],
  ];
  return parts.filter((part) => part !== undefined).join({ zh: '，', en: ', ' }[lang]);
}

export function describe(problem: Diagnostic, lang: Lang): string[] {
  const { severity, code, at, value, message, hint, managers } = problem;
  const words = {
    zh: { place: '位置：', package: '整个资料包', seen: '内容：', managers: '涉及：', hint: '处理：' },
    en: { place: 'at: ', package: 'the package', seen: 'seen: ', managers: 'managers: ', hint: 'do: ' },
  }[lang];
  return [
    `${severityWords[severity][lang]} ${code}`,
    `  ${words.place}${describePlace(at, lang) || words.package}`,
    ...(value === null ? [] : [`  ${words.seen}${value}`]),
    `  ${message[lang]}`,
    `  ${words.hint}${hint[lang]}`,
    ...(managers.length === 0 ? [] : [`  ${words.managers}${managers.join(', ')}`]),
  ];
}
