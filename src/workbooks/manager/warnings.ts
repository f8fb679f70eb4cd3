/** 预警: every warning rule, triggered or not, with its figures and head-room; below, the source rows that speak for it. */
import type { Evidence, Finding, Warning } from '../../model/appraisal.ts';
import type { Outcome } from '../../model/outcome.ts';
import { tables } from '../../model/tables/index.ts';
import { code, type Extra, marked, words } from '../cells.ts';
import { figureColumns } from '../figures.ts';
import { evidenceOf, steps, titleOf } from '../findings.ts';
import { type Column, list } from '../list.ts';
import type { Mark } from '../sheet.ts';
import { sourceColumns } from '../source.ts';
import { join, levelWords, outcomeMarks, semicolon, warningMarks } from '../words.ts';
import { type ManagerSheet, opening } from './view.ts';

const w = {
  sheet: { zh: '预警', en: 'Warnings' },
  title: { zh: '预警与处理依据', en: 'Warnings and what they rest on' },
  how: {
    zh: '列出全部预警规则，未触发的也在内；“距预警线”为负数表示本期已低于预警线。“待认定”须由有权部门确认。',
    en: 'Every warning rule, triggered or not; a negative head-room is below the line. “For review” needs a person’s judgement.',
  },
  evidence: { zh: '依据的数据行', en: 'Rows behind the warnings' },
  noEvidence: { zh: '没有触发或待认定的数据行', en: 'No row speaks for a warning' },
};

/** The line of a rule here, and the first of its rows: the first page links to the one, the line to the other. */
export const warningAnchor = (rule: string): string => `warning-${rule}`;
const rowsAnchor = (rule: string): string => `warning-rows-${rule}`;

/** A part of a warning does not speak for or against anybody: it holds or it does not. */
const partMarks: Readonly<Record<Outcome, Mark>> = {
  met: { text: { zh: '成立', en: 'holds' }, tone: 'warn' },
  unmet: { text: { zh: '不成立', en: 'does not hold' }, tone: 'muted' },
  'not-applicable': outcomeMarks['not-applicable'],
  unknown: outcomeMarks.unknown,
};

interface Line {
  readonly warning: Warning;
  readonly finding: Finding;
  readonly depth: number;
}

const extra = ({ depth }: Line): Extra => (depth === 0 ? {} : { tone: 'muted' });

const markOf = ({ warning, finding, depth }: Line): Mark =>
  depth === 0 ? warningMarks[warning.outcome] : partMarks[finding.outcome];

const columns: Column<Line>[] = [
  {
    key: 'level',
    header: { zh: '级别', en: 'Level' },
    width: [10, 16],
    of: (line) => words(levelWords[line.warning.level], extra(line)),
  },
  {
    key: 'rule',
    header: { zh: '预警规则', en: 'Rule' },
    width: [24, 40],
    of: (line) =>
      line.depth === 0
        ? words(line.warning.title, {
            anchor: warningAnchor(line.warning.rule),
            link: hasRows(line.warning) ? { anchor: rowsAnchor(line.warning.rule) } : undefined,
          })
        : words(titleOf(line.finding), { ...extra(line), indent: line.depth }),
  },
  {
    key: 'outcome',
    header: { zh: '结论', en: 'Outcome' },
    width: [9, 18],
    marks: [...Object.values(warningMarks), partMarks.met, partMarks.unmet],
    of: (line) => marked(markOf(line)),
  },
  ...figureColumns<Line>('room', (line) => line.finding, extra),
  {
    key: 'article',
    header: { zh: '条款', en: 'Article' },
    of: (line) => code(line.depth === 0 ? line.warning.article : line.finding.article, extra(line)),
  },
  {
    key: 'remarks',
    header: { zh: '说明', en: 'Remarks' },
    width: [16, 44],
    of: ({ finding }) =>
      words(join([...finding.missing.map(({ text }) => text), ...finding.notes], semicolon)),
  },
];

interface EvidenceLine {
  readonly warning: Warning;
  readonly evidence: Evidence;
  readonly first: boolean;
}

const isSpeaking = ({ outcome }: Warning): boolean => outcome === 'triggered' || outcome === 'review';
const hasRows = (warning: Warning): boolean => isSpeaking(warning) && evidenceOf(warning.finding).length > 0;

const evidenceColumns: Column<EvidenceLine>[] = [
  {
    key: 'level',
    header: { zh: '级别', en: 'Level' },
    of: ({ warning }) => words(levelWords[warning.level]),
  },
  {
    key: 'rule',
    header: { zh: '预警规则', en: 'Rule' },
    width: [24, 40],
    of: ({ warning, first }) => words(warning.title, first ? { anchor: rowsAnchor(warning.rule) } : {}),
  },
  {
    key: 'table',
    header: { zh: '数据表', en: 'Table' },
    of: ({ evidence }) => words(tables[evidence.table].title),
  },
  {
    key: 'says',
    header: { zh: '内容', en: 'What it shows' },
    width: [20, 30],
    of: ({ evidence }) => words(evidence.says),
  },
  ...sourceColumns<EvidenceLine>(({ evidence }) => evidence.origin),
];

const order = Object.keys(warningMarks);

export const warningsSheet: ManagerSheet = (view) => {
  const warnings = view.appraised.warnings.toSorted(
    (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome),
  );
  return {
    id: 'warnings',
    name: w.sheet,
    purpose: 'derivation',
    paper: 'landscape',
    blocks: [
      opening(w.title, view, w.how),
      list(
        'warnings',
        columns,
        warnings.flatMap((warning) => steps(warning.finding).map((step) => ({ warning, ...step }))),
      ),
      { kind: 'heading', text: w.evidence },
      list(
        'warning-evidence',
        evidenceColumns,
        warnings
          .filter(isSpeaking)
          .flatMap((warning) =>
            evidenceOf(warning.finding).map((evidence, index) => ({ warning, evidence, first: index === 0 })),
          ),
        { empty: w.noEvidence },
      ),
    ],
  };
};
