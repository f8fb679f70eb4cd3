/** 预警: every warning rule, triggered or not, with its figures and head-room; below, the source rows that speak for it. */

import { type Warning, warningsOf } from '../../model/entries.ts';
import type { Evidence, Finding } from '../../model/judgement.ts';
import { isRaised } from '../../model/outcome.ts';
import { assumedWords } from '../../model/statements/assumed.ts';
import { tables } from '../../model/tables/index.ts';
import { join, semicolon, type Text } from '../../model/text.ts';
import { code, type Extra, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import type { Formula, Mark } from '../../spreadsheet/sheet.ts';
import { figureColumns } from '../figures.ts';
import { evidenceOf, steps, titleOf } from '../findings.ts';
import { sourceColumns } from '../source.ts';
import { conditionMarks, levelWord, warningMarks } from '../words.ts';
import { completionFormula } from './completions.ts';
import { type ManagerSheet, type ManagerView, opening } from './view.ts';

/** The sheet's name, for links to it from the branch's lists. */
export const warningsName: Text = { zh: '预警', en: 'Warnings' };

const w = {
  sheet: warningsName,
  title: { zh: '预警与处理依据', en: 'Warnings and what they rest on' },
  how: {
    zh: '列出全部预警规则，未触发的也在内；“距预警线”为负数表示已在预警的一边。“待认定”须由有权部门确认。',
    en: 'Every warning rule, triggered or not; a negative head-room is on the side that warns. “For review” needs a person’s judgement.',
  },
  evidence: { zh: '依据的数据行', en: 'Rows behind the warnings' },
  noEvidence: { zh: '没有触发或待认定的数据行', en: 'No row speaks for a warning' },
};

/** The line of a rule here, and the first of its rows: the first page links to the one, the line to the other. */
export const warningAnchor = (rule: string): string => `warning-${rule}`;
const rowsAnchor = (rule: string): string => `warning-rows-${rule}`;

interface WarningLine {
  readonly warning: Warning;
  readonly finding: Finding;
  readonly depth: number;
  readonly denied: boolean;
  readonly name: string;
}

const extra = ({ depth }: WarningLine): Extra => (depth === 0 ? {} : { tone: 'muted' });

const markOf = ({ warning, finding, depth }: WarningLine): Mark =>
  depth === 0 ? warningMarks[warning.outcome] : conditionMarks[finding.outcome];

const columns = (view: ManagerView): Column<WarningLine>[] => [
  column('level', { zh: '级别', en: 'Level' }, [10, 16], (line) =>
    words(levelWord(view.appraisal, line.warning.level), extra(line)),
  ),
  column('rule', { zh: '预警规则', en: 'Rule' }, [24, 40], (line) =>
    line.depth === 0
      ? words(line.warning.title, {
          anchor: warningAnchor(line.warning.rule),
          link: hasRows(line.warning) ? { anchor: rowsAnchor(line.warning.rule) } : undefined,
        })
      : words(titleOf(line.finding), { ...extra(line), indent: line.depth }),
  ),
  column(
    'outcome',
    { zh: '结论', en: 'Outcome' },
    { width: [9, 18], marks: [...Object.values(warningMarks), conditionMarks.met, conditionMarks.unmet] },
    (line) => marked(markOf(line)),
  ),
  ...figureColumns<WarningLine>('room', (line) => line.finding, extra, {
    observed: (line) => ({ formula: figureFormula(view, line.finding), anchor: `${line.name}-observed` }),
    threshold: (line) => ({ anchor: `${line.name}-threshold` }),
    denied: (line) => line.denied,
  }),
  column('article', { zh: '条款', en: 'Article' }, (line) =>
    code(line.depth === 0 ? line.warning.article : line.finding.article, extra(line)),
  ),
  column('remarks', { zh: '说明', en: 'Remarks' }, [16, 44], ({ finding }) =>
    words(
      join(
        [...finding.missing.map(({ text }) => text), ...finding.notes, ...assumedWords(finding.assumed)],
        semicolon,
      ),
    ),
  ),
];

/** Deposits are summed from the customers, completions come from the plan; what else a rule saw stays a value. */
const figureFormula = (view: ManagerView, { observed }: Finding): Formula | undefined =>
  view.ledger.ofFact(observed) ?? completionFormula(view, observed);

interface EvidenceLine {
  readonly warning: Warning;
  readonly evidence: Evidence;
  readonly first: boolean;
}

const hasRows = (warning: Warning): boolean => isRaised(warning) && evidenceOf(warning.finding).length > 0;

const evidenceColumns = (view: ManagerView): Column<EvidenceLine>[] => [
  column('level', { zh: '级别', en: 'Level' }, ({ warning }) =>
    words(levelWord(view.appraisal, warning.level)),
  ),
  column('rule', { zh: '预警规则', en: 'Rule' }, [24, 40], ({ warning, first }) =>
    words(warning.title, first ? { anchor: rowsAnchor(warning.rule) } : {}),
  ),
  column('table', { zh: '数据表', en: 'Table' }, ({ evidence }) => words(tables[evidence.table].title)),
  column('says', { zh: '内容', en: 'What it shows' }, [20, 30], ({ evidence }) => words(evidence.says)),
  ...sourceColumns<EvidenceLine>(({ evidence }) => evidence.origin),
];

const order = Object.keys(warningMarks);

export const warningsSheet: ManagerSheet = (view) => {
  const warnings = warningsOf(view.appraised).toSorted(
    (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome),
  );
  return {
    id: 'warnings',
    name: w.sheet,
    kind: 'derivation',
    blocks: [
      opening(w.title, view, w.how),
      list(
        'warnings',
        columns(view),
        warnings.flatMap((warning) =>
          steps(warning.finding).map((step, index) => ({
            warning,
            ...step,
            name: index === 0 ? warningAnchor(warning.rule) : `${warningAnchor(warning.rule)}-${index}`,
          })),
        ),
      ),
      { kind: 'heading', text: w.evidence },
      list(
        'warning-evidence',
        evidenceColumns(view),
        warnings
          .filter(isRaised)
          .flatMap((warning) =>
            evidenceOf(warning.finding).map((evidence, index) => ({ warning, evidence, first: index === 0 })),
          ),
        { empty: w.noEvidence },
      ),
    ],
  };
};
