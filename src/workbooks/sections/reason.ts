/** Why an entry has its verdict, in a line: which rules are not met, and by how much, or what else decided it. */
import type { Finding } from '../../model/judgement.ts';
import type { SectionEntry, SectionResult } from '../../model/section-result.ts';
import { join, semicolon, type Text } from '../../model/text.ts';
import { within } from '../../model/walk.ts';
import { titleOf, whatIsMissing } from '../findings.ts';
import { sourceName } from '../source.ts';
import { inWords } from '../words.ts';
import { findingInUnits } from './words.ts';

type Teller = (entry: SectionEntry) => readonly Text[];

const most = 3;

const shortOf = (finding: Finding): Text =>
  whatIsMissing(findingInUnits(finding)) ?? {
    zh: `未符合“${finding.title.zh}”`,
    en: `not met: ${finding.title.en}`,
  };

const isUnmet = ({ outcome }: Finding): boolean => outcome === 'unmet';
const isMet = ({ outcome }: Finding): boolean => outcome === 'met';

const everyUnmet: Teller = ({ findings }) => findings.filter(isUnmet).map(shortOf);

/** The line next above the one reached. */
const nextAbove: Teller = ({ findings }) => findings.filter(isUnmet).slice(-1).map(shortOf);

const stepsIn = (verdictSteps: SectionEntry['verdictSteps']) =>
  verdictSteps !== null && 'steps' in verdictSteps ? verdictSteps.steps : [];

/** The same among the results of a total: no veto, and nothing that a line speaks of, is a line to reach. */
const nextResult: Teller = ({ findings, verdictSteps }) => {
  const results = stepsIn(verdictSteps).flatMap(({ finding, verdict }) => {
    const reached = findings[finding];
    return reached !== undefined && reached.rule === verdict.id ? [reached] : [];
  });
  return results.filter(isUnmet).slice(-1).map(shortOf);
};

/** The targets short of the line on the basis that decides; of a line for their average, the average. */
const unmetTargets: Teller = ({ findings, verdictSteps }) => {
  const deciding = findings[stepsIn(verdictSteps)[0]?.finding ?? -1];
  if (deciding === undefined || !isUnmet(deciding)) return [];
  const short = deciding.parts.filter((part) => isUnmet(part) && part.aside !== true);
  return short.length === 0
    ? [shortOf(deciding)]
    : short.map(({ title, evidence }) => join([title, evidence[0]?.says ?? ''], ' '));
};

/** The conditions that hold: in which way the figures were reckoned. */
const conditionsMet: Teller = ({ findings }) => findings.filter(isMet).map(({ title }) => title);

/** Whoever comes next after those who have the title. */
const runnerUp: Teller = ({ lines }) => {
  const next = lines.find(({ outcome }) => outcome === 'unmet');
  return next === undefined ? [] : [join([next.title, next.says], { zh: '：', en: ': ' })];
};

/** Where the quarter's level is on record. */
const recorded: Teller = ({ lines }) => {
  const origin = lines.at(-1)?.origin;
  if (!origin) return [];
  const file = sourceName(origin);
  return [{ zh: `${file} 第 ${origin.row} 行`, en: `${file}, row ${origin.row}` }];
};

/** What the row of the table rests on that decided. */
const decidedBy: Teller = ({ findings, verdict }) => {
  const row = findings.at(-1);
  if (row === undefined || verdict === null || !isMet(row)) return [];
  if (row.by.kind === 'not')
    return row.parts.map((part) => ({
      zh: `“${titleOf(part).zh}”不成立`,
      en: `not: ${titleOf(part).en}`,
    }));
  return within(row).flatMap((part) => {
    const seen = part.observed?.quantity;
    return seen && isMet(part) && part.parts.length === 0 ? [join([titleOf(part), inWords(seen)], ' ')] : [];
  });
};

const tellers: Partial<Record<SectionResult['kind'], Teller>> = {
  duties: everyUnmet,
  pay: everyUnmet,
  staffing: everyUnmet,
  lines: nextResult,
  ranks: nextAbove,
  scorecard: nextAbove,
  plan: unmetTargets,
  headcount: conditionsMet,
  champions: runnerUp,
  level: recorded,
  proposals: decidedBy,
};

/** Empty where every rule is met, where nothing but the figures beside it decided, and where it is not known. */
export function reasonOf({ kind }: Pick<SectionResult, 'kind'>, entry: SectionEntry): Text {
  const told = entry.outcome === 'unknown' ? [] : (tellers[kind]?.(entry) ?? []);
  const rest = told.length - most;
  return join(
    [...told.slice(0, most), ...(rest > 0 ? [{ zh: `另 ${rest} 项`, en: `${rest} more` }] : [])],
    semicolon,
  );
}
