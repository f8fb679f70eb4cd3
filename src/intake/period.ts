/** Which quarter a package is for: the caller's word, else package.yaml, else the folder's name. */
import { basename, resolve } from 'node:path';
import { isDay, type Quarter, quarterOf } from '../model/calendar.ts';
import { type Diagnostic, errorOf, warningOf } from '../model/diagnostic.ts';

/** Stands where nothing names the period; the error that goes with it stops every run. */
export const unknownPeriod: Quarter = '0000Q0';

export const periodProblems = {
  unknown: errorOf<object>('period.unknown', () => ({
    message: { zh: '不知道资料包属于哪个季度', en: 'Nothing says which quarter the package is for' },
    hint: {
      zh: '请使用 --period 2026Q3，或在 package.yaml 中写“period: 2026Q3”，或让文件夹名包含 2026Q3',
      en: 'Use --period 2026Q3, or write “period: 2026Q3” in package.yaml, or let the folder name hold 2026Q3',
    },
  })),
  differs: warningOf<{ used: Quarter; other: Quarter; where: 'settings' | 'folder' }>(
    'period.differs',
    ({ used, other, where }) => ({
      message: {
        zh: `按 ${used} 处理，但${where === 'settings' ? ' package.yaml ' : '文件夹名'}写的是 ${other}`,
        en: `Taken as ${used}, but ${where === 'settings' ? 'package.yaml' : 'the folder name'} says ${other}`,
      },
      hint: { zh: '请核对季度是否正确', en: 'Check that the quarter is right' },
    }),
  ),
  chainLater: errorOf<{ chainStarts: Quarter; period: Quarter }>(
    'period.chain-starts-later',
    ({ chainStarts, period }) => ({
      message: {
        zh: `package.yaml 写着从 ${chainStarts} 开始运行，而资料包属于更早的 ${period}`,
        en: `package.yaml says that the first run is ${chainStarts}, but the package is for ${period}, before it`,
      },
      hint: {
        zh: '“chain-starts”请写本行第一次运行的季度，不晚于本期',
        en: 'Let “chain-starts” name the quarter of the first run, this one or an earlier one',
      },
    }),
  ),
  otherFile: warningOf<{ period: Quarter; other: Quarter }>('file.other-period', ({ period, other }) => ({
    message: {
      zh: `文件名写的是 ${other}，而资料包属于 ${period}；文件仍按本期读取`,
      en: `The file name says ${other}, but the package is for ${period}; it was read as this period's`,
    },
    hint: { zh: '请核对是否放错了文件', en: 'Check that the file belongs here' },
  })),
};

const chineseNumbers: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' };

/** The one quarter that a name states: `2026Q3`, `2026-Q3`, `2026年第3季度`, `2026年三季度`. Null: none, or several. */
export function quarterInName(name: string): Quarter | null {
  const matches = name
    .normalize('NFKC')
    .matchAll(
      /(?<!\d)((?:19|20)\d{2})(?:\s*[-_. ]?\s*[Qq]([1-4])(?!\d)|\s*年?\s*第?\s*([1-4一二三四])\s*季)/g,
    );
  const quarters = new Set<Quarter>();
  for (const [, year = '', latin, chinese = ''] of matches) {
    quarters.add(`${year}Q${latin ?? chineseNumbers[chinese] ?? chinese}`);
  }
  const [only] = quarters;
  return quarters.size === 1 && only !== undefined ? only : null;
}

/** A month by itself: `2026年9月`, `2026-09`, `202609`; not a part of a day or of a longer number. */
const month =
  /(?<![\d.])((?:19|20)\d{2})(?:\s*年\s*|[-/.]?)(1[0-2]|0?[1-9])(?:\s*月份?(?!\s*\d{1,2}\s*日)|(?![\d\-/.年月]))/g;

function monthsIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, year = '', number = ''] of text.normalize('NFKC').matchAll(month)) {
    const first = `${year}-${number.padStart(2, '0')}-01`;
    if (isDay(first)) found.add(first);
  }
  return found;
}

/** The one quarter whose months a text names; null: none, or several. */
export function quarterOfMonths(text: string): Quarter | null {
  const found = new Set([...monthsIn(text)].map(quarterOf));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** The quarter that people name: as such, or by its last month (`2026年9月`, `202609`). Null: none, or several. */
export function quarterNamed(name: string): Quarter | null {
  const [only, other] = monthsIn(name);
  const isLastMonth = only !== undefined && other === undefined && Number(only.slice(5, 7)) % 3 === 0;
  return quarterInName(name) ?? (isLastMonth ? quarterOf(only) : null);
}

export function findPeriod(
  asked: Quarter | null,
  stated: Quarter | null,
  folder: string,
): { period: Quarter; problems: Diagnostic[] } {
  const named = quarterNamed(basename(resolve(folder)));
  const period = asked ?? stated ?? named;
  if (period === null) return { period: unknownPeriod, problems: [periodProblems.unknown({}, {})] };
  const problems: Diagnostic[] = [];
  if (stated !== null && stated !== period) {
    problems.push(
      periodProblems.differs({ file: 'package.yaml' }, { used: period, other: stated, where: 'settings' }),
    );
  } else if (named !== null && named !== period) {
    problems.push(periodProblems.differs({}, { used: period, other: named, where: 'folder' }));
  }
  return { period, problems };
}

/** A chain that starts after the period would take every quarter before it for clean. */
export function chainStartsLater(chainStarts: Quarter | null, period: Quarter): Diagnostic[] {
  if (chainStarts === null || chainStarts <= period || period === unknownPeriod) return [];
  const about = { value: chainStarts };
  return [periodProblems.chainLater({ file: 'package.yaml' }, { chainStarts, period }, about)];
}

/** A warning for a file whose name states another quarter. */
export function otherPeriod(file: string, period: Quarter): Diagnostic[] {
  const other = quarterInName(file);
  if (other === null || other === period || period === unknownPeriod) return [];
  return [periodProblems.otherFile({ file }, { period, other })];
}
