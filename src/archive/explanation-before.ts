/**
 * Explanations as archives of before have them, with parts of their own for grades, floor, targets, warnings, allowance
 * and decision: read as sections like any other.
 */
import { z } from 'zod';
import { none, same, type Text } from '../model/text.ts';
import { outcomeWords } from '../model/words.ts';
import { defaultLevelTitle } from '../policy/file.ts';
import {
  amount,
  type ExplainedFact,
  type ExplainedFinding,
  type ExplainedQuantity,
  type ExplainedSection,
  type Explanation,
  explainedLists,
  explainedOf,
  explainedSchemes,
  missing,
  outcome,
  place,
  text,
} from './explanation.ts';

const completion = z.strictObject({ actual: place, target: amount, ratio: z.string().nullable() });

const form = z.strictObject({
  schema: z.literal('rm-appraisal/explanation/1'),
  ...explainedOf,
  grade: z.string(),
  qualifiedGrade: z.string().nullable(),
  possibleGrade: z.string().nullable(),
  notes: z.array(text),
  grades: z.array(z.strictObject({ grade: z.string(), title: text, outcome, rules: z.array(place) })),
  floor: place,
  targets: z.array(
    z.strictObject({
      indicator: z.string(),
      title: text,
      unit: z.string(),
      main: z.boolean(),
      quarter: completion,
      year: completion,
    }),
  ),
  warnings: z.array(
    z.strictObject({
      rule: z.string(),
      title: text,
      level: z.string(),
      /** Archives of before have none: then the level is called as in a policy that declares no levels. */
      levelTitle: text.optional(),
      article: z.string(),
      outcome: z.enum(['triggered', 'review', 'clear', 'not-applicable', 'unknown']),
      finding: place,
    }),
  ),
  allowance: z.strictObject({
    rate: amount,
    amount,
    halvedDays: z.int(),
    article: z.string().optional(),
    /** The parameters that it follows from: the rate, the part paid, for how many months. */
    from: z.array(place).optional(),
    months: z.array(z.strictObject({ month: z.string(), days: z.int(), halvedDays: z.int() })).optional(),
    /** The events that halve it. */
    halvedBy: z.array(z.strictObject({ source: place, row: z.int().positive(), says: text })).optional(),
  }),
  decision: z
    .strictObject({
      row: z.int(),
      action: z.string(),
      title: text,
      toGrade: z.string().nullable(),
      approval: text.nullable(),
      articles: z.array(z.string()),
      needsPerson: z.boolean(),
      missing: z.array(missing),
      notes: z.array(text),
      considered: z.array(place),
    })
    .nullable(),
  /** Archives of before there were any have none. */
  schemes: explainedSchemes.default([]),
  ...explainedLists,
});
type Before = z.infer<typeof form>;

/** The same as it would be written now. */
export const explanationBefore = form.transform(asSections);

function asSections(before: Before): Explanation {
  const { schema: _, period, managerId, name, unit, findings, facts, rowLists, sources, schemes } = before;
  const lists = { findings: [...findings], facts: [...facts] };
  const adding = {
    fact: (fact: ExplainedFact): number => lists.facts.push(fact) - 1,
    finding: (finding: Partial<ExplainedFinding> & Pick<ExplainedFinding, 'title' | 'outcome'>): number =>
      lists.findings.push({ ...nothing, ...finding }) - 1,
  };
  const ladder = ladderOf(before, adding);
  const [first, ...others] = schemes;
  const graded = { policy: '', edition: '', title: same(''), assumptions: [], sections: ladder };
  return {
    schema: 'rm-appraisal/explanation/2',
    ...{ period, managerId, name, unit },
    // The policy with the ladder stood first, where its own sections spoke of the manager.
    schemes:
      ladder.length === 0
        ? schemes
        : first && before.grades.length > 0
          ? [{ ...first, sections: [...ladder, ...first.sections] }, ...others]
          : [graded, ...schemes],
    ...lists,
    rowLists,
    sources,
  };
}

const nothing = {
  rule: null,
  article: '',
  observed: null,
  threshold: null,
  gap: null,
  parts: [],
  evidence: [],
  missing: [],
  notes: [],
} satisfies Partial<ExplainedFinding>;

interface Adding {
  fact(fact: ExplainedFact): number;
  finding(finding: Partial<ExplainedFinding> & Pick<ExplainedFinding, 'title' | 'outcome'>): number;
}

function ladderOf(before: Before, add: Adding): ExplainedSection[] {
  const { grades, warnings, targets, allowance, decision } = before;
  const titleOf = (grade: string | null): Text =>
    grade === null ? none : (grades.find((each) => each.grade === grade)?.title ?? same(grade));
  const section = (
    kind: string,
    title: Text,
    rest: Partial<ExplainedSection> & Pick<ExplainedSection, 'outcome'>,
  ): ExplainedSection => ({
    id: kind,
    kind,
    title,
    article: '',
    verdictTitle: title,
    about: null,
    verdict: null,
    figures: [],
    findings: [],
    lines: [],
    missing: [],
    notes: [],
    ...rest,
  });
  const read = (id: string, title: Text, quantity: ExplainedQuantity) => ({
    id,
    title,
    fact: add.fact({ quantity, origin: { kind: 'calculation', title, of: [] } }),
  });
  const grade = (id: string, title: Text, of: string | null) =>
    read(id, title, { kind: 'words', value: titleOf(of) });
  const floor = before.findings[before.floor];
  return [
    ...(floor && floor.outcome !== 'not-applicable'
      ? [
          section('floor', floor.title, {
            outcome: floor.outcome === 'unknown' ? 'unknown' : 'met',
            verdict: { id: floor.outcome, title: outcomeWords[floor.outcome] },
            findings: [before.floor],
          }),
        ]
      : []),
    ...(grades.length > 0
      ? [
          section(
            'grades',
            { zh: '等级测算', en: 'Grades' },
            {
              outcome: 'met',
              verdict: { id: before.qualifiedGrade ?? 'none', title: titleOf(before.qualifiedGrade) },
              figures: [
                grade('held', { zh: '现聘等级', en: 'Grade held' }, before.grade),
                grade('qualified', { zh: '测算等级', en: 'Qualified grade' }, before.qualifiedGrade),
                grade('possible', { zh: '可能等级', en: 'Possible grade' }, before.possibleGrade),
              ],
              findings: grades.map(({ grade: rule, title, outcome, rules }) =>
                add.finding({ rule, title, outcome, parts: rules }),
              ),
              notes: before.notes,
            },
          ),
        ]
      : []),
    ...(grades.length > 0 && targets.length > 0
      ? [
          section(
            'targets',
            { zh: '计划完成', en: 'Targets' },
            { outcome: 'met', findings: targets.map((each) => targetFinding(each, add)) },
          ),
        ]
      : []),
    ...(warnings.length > 0
      ? [
          section(
            'warnings',
            { zh: '预警', en: 'Warnings' },
            {
              outcome: 'met',
              of: 'conditions',
              findings: [...new Set(warnings.map(({ level }) => level))].map((level) => {
                const own = warnings.filter((each) => each.level === level);
                const [first] = own;
                return add.finding({
                  rule: level,
                  title: first?.levelTitle ?? defaultLevelTitle(level),
                  outcome: own.some(({ outcome }) => outcome === 'triggered' || outcome === 'review')
                    ? 'met'
                    : 'unmet',
                  parts: own.map(({ finding }) => finding),
                });
              }),
            },
          ),
        ]
      : []),
    ...(grades.length > 0 || allowance.rate !== '0.00'
      ? [
          section(
            'allowance',
            { zh: '津贴', en: 'Allowance' },
            {
              outcome: 'met',
              article: allowance.article ?? '',
              figures: [
                read('rate', { zh: '每月标准（元）', en: 'Rate a month (yuan)' }, inYuan(allowance.rate)),
                read(
                  'halved-days',
                  { zh: '减半天数', en: 'Days at half' },
                  { kind: 'count', unit: 'days', value: allowance.halvedDays },
                ),
                read(
                  'amount',
                  { zh: '本季津贴（元）', en: 'Allowance of the quarter (yuan)' },
                  inYuan(allowance.amount),
                ),
              ],
            },
          ),
        ]
      : []),
    ...(decision === null
      ? []
      : [
          section(
            'decisions',
            { zh: '聘任建议', en: 'Proposal' },
            {
              outcome: decision.action === 'undecided' ? 'unknown' : 'met',
              of: 'conditions',
              verdict: { id: decision.action, title: decision.title },
              findings: decision.considered,
              missing: decision.missing,
              notes: decision.notes,
            },
          ),
        ]),
  ];
}

const inYuan = (value: string): ExplainedQuantity => ({ kind: 'amount', unit: 'CNY', value });

function targetFinding({ indicator, title, quarter, year }: Before['targets'][number], add: Adding): number {
  const part = (words: Text, { actual, ratio }: typeof quarter): number =>
    add.finding({
      title: words,
      outcome: ratio === null ? 'unknown' : 'met',
      observed: add.fact({
        quantity: ratio === null ? null : { kind: 'ratio', value: ratio },
        origin: { kind: 'calculation', title, of: [actual] },
      }),
    });
  return add.finding({
    rule: indicator,
    title,
    outcome: 'met',
    parts: [
      part({ zh: '本季完成率', en: 'completion of the quarter' }, quarter),
      part({ zh: '本年完成率', en: 'completion of the year' }, year),
    ],
  });
}
