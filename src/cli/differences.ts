/** Differences on the screen: of the figures, grouped by manager; and of what two runs rest on. */
import type { Cause, Difference } from '../archive/index.ts';
import type { Lang, Text } from '../model/text.ts';
import { type Branch, leaf } from './table.ts';

const most = 40;

/** Each figure by the way to it: `grades.senior.business.deposits.observed: 1.00 → 2.00`. */
export function differenceBranches(differences: readonly Difference[], lang: Lang): Branch[] {
  const groups = new Map<string | null, Difference[]>();
  for (const difference of differences) {
    const group = groups.get(difference.managerId) ?? [];
    groups.set(difference.managerId, group);
    group.push(difference);
  }
  return [...groups].map(([managerId, group]) => {
    const rest = group.length - most;
    const shown = group
      .slice(0, most)
      .map(({ path, before, after }) => leaf(changeWords(path.join('.'), before, after, lang)));
    return {
      text:
        managerId === null
          ? { zh: '全行', en: 'the branch' }[lang]
          : { zh: `客户经理 ${managerId}`, en: `manager ${managerId}` }[lang],
      below: rest > 0 ? [...shown, leaf({ zh: `另有 ${rest} 处`, en: `and ${rest} more` }[lang])] : shown,
    };
  });
}

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

function valueWords(value: string | null, lang: Lang): string {
  if (value === null) return { zh: '（无）', en: '(none)' }[lang];
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}
