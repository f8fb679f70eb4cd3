/** A rollup on the screen: the bank in a few lines, warnings by level, and which branches do not compare. */
import { grouped, plain, sum } from '../model/money.ts';
import { graveWords, type RolledBranch, type Rollup, rolledOutcomes, unusual } from '../model/rollup.ts';
import type { Lang } from '../model/text.ts';
import { warningWords } from '../model/words.ts';
import { table } from './table.ts';

const total = ({ branches }: Rollup, of: (branch: RolledBranch) => number): number =>
  branches.reduce((count, branch) => count + of(branch), 0);

const few = 10;

export function rollupLines(rollup: Rollup, lang: Lang): string[] {
  const { period, branches, named, titles } = rollup;
  const grave = graveWords(rollup);
  const managers = total(rollup, ({ appraised }) => appraised);
  const paid = grouped(sum(branches.map(({ allowance }) => allowance)));
  const head = {
    zh: `${period}：${branches.length} 个机构，考核 ${managers} 人，${grave.zh} ${named.length} 项，本季补贴 ${paid} 元`,
    en: `${period}: ${branches.length} branches, ${managers} managers, ${named.length} warnings (${grave.en}), allowances CNY ${paid}`,
  }[lang];
  const levels = table(
    [
      [{ zh: '预警', en: 'warnings' }[lang], ...rolledOutcomes.map((outcome) => warningWords[outcome][lang])],
      ...[...titles.levels].toReversed().map(([level, { title }]) => [
        title[lang],
        ...rolledOutcomes.map((outcome) => {
          const count = total(rollup, ({ warnings }) => warnings[`${level} ${outcome}`] ?? 0);
          return count === 0 ? '·' : String(count);
        }),
      ]),
    ],
    ['left', 'right'],
  );
  return [head, '', ...levels, ...differing(rollup, lang)];
}

function differing({ branches }: Rollup, lang: Lang): string[] {
  const others = [...unusual(branches)].filter(([, parts]) => parts.length > 0).map(([{ name }]) => name);
  if (others.length === 0) return [];
  const more = others.length > few ? ', …' : '';
  const names = others.slice(0, few).join(', ') + more;
  return [
    '',
    {
      zh: `制度、工具版本或选项与多数机构不同：${names}`,
      en: `another policy, tool or option than most branches: ${names}`,
    }[lang],
  ];
}

/** The same as data. */
export const rollupJson = ({ period, stage, branches, matrix, named }: Rollup) => {
  const differences = unusual(branches);
  return {
    schema: 'rm-appraisal/rollup/1',
    period,
    stage,
    matrix,
    branches: branches.map((branch) => ({
      ...branch,
      allowance: plain(branch.allowance),
      unlikeMost: differences.get(branch) ?? [],
    })),
    named,
  };
};
