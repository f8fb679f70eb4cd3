/** A rollup on the screen: the bank in a few lines, warnings by level, and which branches do not compare. */
import { grouped, plain, sum } from '../model/money.ts';
import { ownValue } from '../model/own-value.ts';
import {
  graveWords,
  paysAllowance,
  type RolledBranch,
  type RolledSection,
  type RolledSectionTitles,
  type Rollup,
  rolledOutcomes,
  unusual,
  verdictsIn,
} from '../model/rollup.ts';
import type { Lang } from '../model/text.ts';
import { outcomeWords, warningWords } from '../model/words.ts';
import { table } from './table.ts';

const total = ({ branches }: Rollup, of: (branch: RolledBranch) => number): number =>
  branches.reduce((count, branch) => count + of(branch), 0);

const few = 10;

export function rollupLines(rollup: Rollup, lang: Lang): string[] {
  const { period, branches, titles } = rollup;
  const managers = total(rollup, ({ appraised }) => appraised);
  const head = {
    zh: `${period}：${branches.length} 个机构，考核 ${managers} 人`,
    en: `${period}: ${branches.length} branches, ${managers} managers`,
  }[lang];
  const sections = sectionLines(rollup, lang);
  const of = titles.grades.size > 0 ? ladderLines(rollup, lang) : { head: '', lines: [] };
  return [
    `${head}${of.head}`,
    ...of.lines,
    ...(sections.length > 0 ? ['', ...sections] : []),
    ...differing(rollup, lang),
  ];
}

/** Where managers are graded: the grave warnings and the cost behind the head, and warnings by level. */
function ladderLines(rollup: Rollup, lang: Lang): { head: string; lines: string[] } {
  const { branches, named, titles } = rollup;
  const grave = graveWords(rollup);
  const paid = grouped(sum(branches.map(({ allowance }) => allowance)));
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
  return {
    head: [
      { zh: `，${grave.zh} ${named.length} 项`, en: `, ${named.length} warnings (${grave.en})` }[lang],
      paysAllowance(rollup) ? { zh: `，本季补贴 ${paid} 元`, en: `, allowances CNY ${paid}` }[lang] : '',
    ].join(''),
    lines: ['', ...levels],
  };
}

/** `星级：五星 2，四星 1，无法判断 4；奖励（元） 4,800.00`, a line for each section that counts its verdicts. */
const sectionLines = (rollup: Rollup, lang: Lang): string[] =>
  [...rollup.titles.sections].flatMap(([key, titles]) => {
    const sections = rollup.branches.flatMap(({ sections: all }) => ownValue(all, key) ?? []);
    if (sections.length === 0 || titles.subjects.length > 0) return [];
    const counts = [
      ...verdictsIn(rollup, key, titles).map(
        ({ id, title }) => [title, countIn(sections, 'verdicts', id)] as const,
      ),
      ...(['unknown', 'not-applicable'] as const).map(
        (outcome) => [outcomeWords[outcome], countIn(sections, 'without', outcome)] as const,
      ),
    ];
    const said = counts.filter(([, count]) => count > 0).map(([title, count]) => `${title[lang]} ${count}`);
    const [colon, comma, semicolon] = { zh: ['：', '，', '；'], en: [': ', ', ', '; '] }[lang];
    return [
      `${titles.title[lang]}${colon}${said.length === 0 ? '—' : said.join(comma)}${paidWords(sections, titles, semicolon ?? '', lang)}`,
    ];
  });

const countIn = (sections: readonly RolledSection[], counts: 'verdicts' | 'without', id: string): number =>
  sections.reduce((count, section) => count + (ownValue(section[counts], id) ?? 0), 0);

function paidWords(
  sections: readonly RolledSection[],
  { paid: title }: RolledSectionTitles,
  before: string,
  lang: Lang,
): string {
  const sums = sections.flatMap(({ paid }) => paid ?? []);
  if (title === null || sums.length === 0) return '';
  const unknown = sums.reduce((count, each) => count + each.unknown, 0);
  const known = grouped(sum(sums.map((each) => each.known)));
  const open = { zh: `（另有 ${unknown} 项未知）`, en: ` and ${unknown} unknown` }[lang];
  return `${before}${title[lang]} ${known}${unknown === 0 ? '' : open}`;
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
      sections: Object.fromEntries(
        Object.entries(branch.sections).map(([key, { paid, ...section }]) => [
          key,
          { ...section, paid: paid && { known: plain(paid.known), unknown: paid.unknown } },
        ]),
      ),
      unlikeMost: differences.get(branch) ?? [],
    })),
    named,
  };
};
