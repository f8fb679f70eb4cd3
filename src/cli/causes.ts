/** What two runs rest on differently, on the screen. */
import type { Cause } from '../archive/index.ts';
import type { Lang, Text } from '../model/text.ts';

const kindWords: Record<Cause['kind'], Text> = {
  period: { zh: '季度', en: 'quarter' },
  input: { zh: '数据', en: 'input' },
  bank: { zh: '银行对照表', en: 'bank profile' },
  policy: { zh: '制度', en: 'policy' },
  tool: { zh: '工具', en: 'tool' },
  option: { zh: '选项', en: 'option' },
  'earlier-quarter': { zh: '以前季度', en: 'earlier quarter' },
};

export const causeLine = ({ kind, name, before, after }: Cause, lang: Lang): string =>
  changeWords(`${kindWords[kind][lang]} ${name}`, before, after, lang);

/** The kinds of cause, each once: `数据、制度`. */
export const causeKinds = (causes: readonly Cause[]): Text => {
  const kinds = [...new Set(causes.map(({ kind }) => kind))].map((kind) => kindWords[kind]);
  return { zh: kinds.map(({ zh }) => zh).join('、'), en: kinds.map(({ en }) => en).join(', ') };
};

function changeWords(what: string, before: string | null, after: string | null, lang: Lang): string {
  const colon = what === '' ? '' : { zh: '：', en: ': ' }[lang];
  return `${what}${colon}${valueWords(before, lang)} → ${valueWords(after, lang)}`;
}

const longest = 120;

export function valueWords(value: string | null, lang: Lang): string {
  if (value === null) return { zh: '（无）', en: '(none)' }[lang];
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}
