/** The lists beneath an entry's figures: its rules from top to bottom, the rows that speak for them, and its lines. */

import type { Evidence, Finding } from '../../../model/judgement.ts';
import type { SectionLine } from '../../../model/section-result.ts';
import { assumedWords } from '../../../model/statements/assumed.ts';
import { tables } from '../../../model/tables/index.ts';
import { join, semicolon } from '../../../model/text.ts';
import { within } from '../../../model/walk.ts';
import { blank, code, type Extra, marked, words } from '../../../spreadsheet/cells.ts';
import { type Column, column } from '../../../spreadsheet/list.ts';
import { type Formula, formula } from '../../../spreadsheet/sheet.ts';
import { figureColumns } from '../../figures.ts';
import { titleOf } from '../../findings.ts';
import { shownIn } from '../../sections/figures.ts';
import { sourceColumns } from '../../source.ts';
import { conditionMarks, outcomeMarks, unitOf } from '../../words.ts';
import { type FindingLine, markOf, outcomeFormula, treesOf } from '../finding-lines.ts';
import { neededWords } from '../needed.ts';
import type { ManagerSection } from '../run-summary.ts';
import type { ManagerView } from '../view.ts';
import { figureAnchor } from './verdict.ts';

/** The lists stand in the same columns. */
const narrow = 26;
const first = [24, 36] as const;

interface RuleLine extends FindingLine {
  readonly finding: Finding;
}

export const ruleLines = (findings: readonly Finding[], prefix: string): RuleLine[] =>
  treesOf(findings, prefix)
    .flatMap(within)
    .flatMap((line) => (line.finding === null ? [] : [{ ...line, finding: line.finding }]));

const extra = ({ depth, parts }: FindingLine): Extra => {
  if (depth > 0) return { tone: 'muted' };
  return parts.length > 0 ? { look: 'group' } : {};
};

/** A figure that the entry shows itself stands in its cell; where not, in its own. */
function figureOfEntry({ observed }: Finding, of: ManagerSection): Formula | undefined {
  const own = of.entry.figures.find(({ fact }) => fact.origin === observed?.origin);
  const figure = own && of.section.figures.find(({ id }) => id === own.id);
  const shown = figure && shownIn(figure, of.entry);
  return figure && shown && observed?.quantity && unitOf(shown).zh === unitOf(observed.quantity).zh
    ? formula`${{ anchor: figureAnchor(of, figure.id) }}`
    : undefined;
}

/** `live`: the customers are summed by the policy's own measures. */
export const ruleColumns = (
  of: ManagerSection,
  { ledger }: ManagerView,
  live: boolean,
): Column<RuleLine>[] => [
  column('condition', { zh: '条件', en: 'Condition' }, first, (line) =>
    words(join([titleOf(line.finding), neededWords(line.finding)]), { ...extra(line), indent: line.depth }),
  ),
  column(
    'outcome',
    { zh: '结论', en: 'Outcome' },
    { width: [9, 18], marks: [...Object.values(outcomeMarks), conditionMarks.met, conditionMarks.unmet] },
    (line) =>
      marked(markOf(line), {
        ...(extra(line).look === 'group' ? { look: 'groupMark' } : {}),
        formula: outcomeFormula(line),
        anchor: `${line.name}-outcome`,
      }),
  ),
  ...figureColumns<RuleLine>('gap', ({ finding }) => finding, extra, {
    observed: ({ finding }) => ({
      formula: figureOfEntry(finding, of) ?? (live ? ledger.ofFact(finding.observed) : undefined),
    }),
    denied: ({ denied }) => denied,
  }),
  column('article', { zh: '条款', en: 'Article' }, (line) => code(line.finding.article, extra(line))),
  column('remarks', { zh: '备注', en: 'Remarks' }, [16, 36], (line) => {
    const { missing, notes, assumed } = line.finding;
    // What a rule lacks because its parts do stands beside them.
    const own = line.parts.length > 0 ? [] : missing;
    return words(
      join([...own.map(({ text }) => text), ...notes, ...assumedWords(assumed)], semicolon),
      extra(line),
    );
  }),
];

interface EvidenceLine {
  readonly rule: Finding;
  readonly evidence: Evidence;
}

export const evidenceColumns: Column<EvidenceLine>[] = [
  column('rule', { zh: '依据的数据行', en: 'Rows behind' }, first, ({ rule }) => words(titleOf(rule))),
  column('table', { zh: '数据表', en: 'Table' }, ({ evidence }) => words(tables[evidence.table].title)),
  column('says', { zh: '内容', en: 'What it shows' }, [14, narrow], ({ evidence }) => words(evidence.says)),
  ...sourceColumns<EvidenceLine>(({ evidence }) => evidence.origin, narrow),
];

export const lineColumns: Column<SectionLine>[] = [
  column('title', { zh: '明细', en: 'Item' }, first, ({ title }) => words(title)),
  column(
    'outcome',
    { zh: '结论', en: 'Outcome' },
    { width: [9, 18], marks: Object.values(outcomeMarks) },
    ({ outcome }) => (outcome === null ? blank : marked(outcomeMarks[outcome])),
  ),
  column('says', { zh: '内容', en: 'What it shows' }, [14, narrow], ({ says }) => words(says)),
  ...sourceColumns<SectionLine>(({ origin }) => origin, narrow),
];
