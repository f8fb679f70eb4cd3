/** 考核结果: one A4 page that a manager understands in ten seconds and the head signs. */
import type { Decision, GradeAssessment } from '../../../model/appraisal.ts';
import { average } from '../../../model/ratio.ts';
import { tables } from '../../../model/tables/index.ts';
import { same, type Text } from '../../../model/text.ts';
import { code, marked, percentage, words, yuan } from '../../cells.ts';
import { within } from '../../findings.ts';
import { form, label, over, value } from '../../form.ts';
import { type Block, type Cell, type Formula, formula } from '../../sheet.ts';
import {
  capital,
  choiceWord,
  gradeTitle,
  inWords,
  join,
  none,
  outcomeMarks,
  semicolon,
  warningMarks,
} from '../../words.ts';
import { averageFormula } from '../completions.ts';
import { type ManagerSheet, type ManagerView, opening, qualifiedAnchor } from '../view.ts';
import { nextGradeBlocks } from './next-grade.ts';
import { openBlocks, openQuestions } from './open.ts';
import { planBlocks } from './plan.ts';
import { warningBlocks } from './warned.ts';

const w = {
  sheet: { zh: '考核结果', en: 'Result' },
  title: { zh: '客户经理考核结果', en: 'Customer manager appraisal' },
  id: { zh: '工号', en: 'Id' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '所属机构', en: 'Unit' },
  series: { zh: '条线', en: 'Series' },
  employeeLevel: { zh: '员工级别', en: 'Employee level' },
  since: { zh: '营销起始日', en: 'In marketing since' },
  held: { zh: '现聘等级', en: 'Grade held' },
  qualified: { zh: '测算符合等级', en: 'Qualified grade' },
  possible: { zh: '待定事项均符合时', en: 'If all unknowns turned out well' },
  floor: { zh: '在岗最低及格线', en: 'Floor line' },
  warnings: { zh: '预警（触发/待认定）', en: 'Warnings (triggered / review)' },
  completion: { zh: '主要指标本季平均完成率', en: 'Main indicators, quarter average' },
  allowance: { zh: '本季费用补贴（元）', en: 'Allowance (CNY)' },
  open: { zh: '待补资料', en: 'Missing data' },
  verdict: { zh: '一、结论', en: '1. Result' },
  decision: { zh: '六、聘任建议（建议，须经批准）', en: '6. Proposal (needs approval)' },
  proposal: { zh: '建议', en: 'Proposal' },
  toGrade: { zh: '拟聘等级', en: 'Grade' },
  approval: { zh: '审批', en: 'Approved by' },
  articles: { zh: '依据条款', en: 'Articles' },
  needsPerson: { zh: '须由有权人认定', en: 'needs a person’s decision' },
  signManager: { zh: '客户经理', en: 'Manager' },
  signHead: { zh: '机构负责人', en: 'Head of unit' },
  signHr: { zh: '人力资源部', en: 'Human resources' },
  date: { zh: '日期', en: 'Date' },
  policy: { zh: '依据', en: 'Under' },
  fingerprint: { zh: '运行指纹', en: 'run' },
  items: (count: number): Text => ({ zh: `${count} 项`, en: String(count) }),
};

/** Who is appraised: captions and values in pairs. */
function identity({ appraised, appraisal }: ManagerView): Block {
  const { manager } = appraised;
  const level = appraisal.policy.ladder.find((grade) => grade.id === manager.grade)?.employeeLevel;
  const pairs: readonly (readonly [Text, Cell])[] = [
    [w.id, code(manager.manager_id)],
    [w.name, words(manager.name)],
    [w.unit, words(manager.unit)],
    [w.series, words(choiceWord(tables.roster.columns.series.choices, manager.series))],
    [w.employeeLevel, words(level === undefined ? null : same(String(level)))],
    [w.since, { value: manager.marketing_since, format: 'date' }],
  ];
  const row = (from: number) => ({
    cells: pairs.slice(from, from + 3).flatMap(([caption, cell]) => [label(caption, 3), value(cell, 5)]),
  });
  return form([row(0), row(3)]);
}

/** The first grade from above that is met, or that may be. The grades' names are read from their cells. */
function highestFormula(
  { appraised, appraisal, derivation }: ManagerView,
  grade: string | null,
  which: 'qualified' | 'possible',
): Formula | undefined {
  const trainee = new Set(appraisal.policy.ladder.filter((each) => each.trainee).map(({ id }) => id));
  const ranked = appraised.grades.filter((each) => !trainee.has(each.grade));
  const holds = ({ outcome }: GradeAssessment) =>
    which === 'qualified' ? outcome === 'met' : outcome !== 'unmet';
  if ((ranked.find(holds)?.grade ?? null) !== grade) return undefined;
  const names = ranked.flatMap((each) => derivation.ofGrade(each.grade)?.name ?? []);
  const asked =
    which === 'qualified' ? formula`=${outcomeMarks.met.text}` : formula`<>${outcomeMarks.unmet.text}`;
  return [
    ...names.flatMap((name) => [
      ...['IF(', { anchor: `${name}-outcome` }, ...asked, ',', { anchor: `${name}-title` }, ','],
    ]),
    none,
    ')'.repeat(names.length),
  ];
}

/** What is seen from afar: eight figures under their captions. */
function figures(view: ManagerView): Block {
  const { appraised, appraisal } = view;
  const { manager, qualifiedGrade, possibleGrade, floor, warnings, allowance, decision } = appraised;
  const grade = (id: string | null): Cell => words(gradeTitle(appraisal, id), { look: 'big' });
  const main = appraised.targets.flatMap(({ main, quarter: { ratio } }, place) =>
    main && ratio !== null ? [{ place, ratio }] : [],
  );
  const triggered = warnings.filter(({ outcome }) => outcome === 'triggered').length;
  const review = warnings.filter(({ outcome }) => outcome === 'review').length;
  const floorMark = outcomeMarks[floor.outcome];
  const missing = openQuestions(view).length;
  const outcomes = { list: 'warnings', column: 'outcome' } as const;
  const cards: readonly (readonly [Text, Cell])[] = [
    [w.held, grade(manager.grade)],
    [
      w.qualified,
      {
        ...grade(qualifiedGrade),
        formula: highestFormula(view, qualifiedGrade, 'qualified'),
        anchor: qualifiedAnchor,
      },
    ],
    [w.possible, { ...grade(possibleGrade), formula: highestFormula(view, possibleGrade, 'possible') }],
    [w.floor, marked(floorMark, { look: 'big', tone: floorMark.tone })],
    [
      w.warnings,
      words(same(`${triggered} / ${review}`), {
        look: 'big',
        formula: formula`COUNTIF(${outcomes},${warningMarks.triggered.text})&" / "&COUNTIF(${outcomes},${warningMarks.review.text})`,
        ...(triggered > 0 ? { tone: 'bad' } : review > 0 ? { tone: 'warn' } : { tone: 'good' }),
      }),
    ],
    [
      w.completion,
      main.length === 0
        ? words(none, { look: 'big' })
        : percentage(average(main.map(({ ratio }) => ratio)), {
            look: 'big',
            formula: averageFormula(
              main.map(({ place }) => place),
              'quarter',
            ),
          }),
    ],
    decision === null
      ? [w.open, words(w.items(missing), { look: 'big', ...(missing > 0 ? { tone: 'open' } : {}) })]
      : [w.proposal, words(decision.title, { look: 'big' })],
    [w.allowance, yuan(allowance.amount, { look: 'big' })],
  ];
  const rows = [cards.slice(0, 4), cards.slice(4)].flatMap((part) => [
    { cells: part.map(([caption]) => label(caption, 6)) },
    { cells: part.map(([, cell]) => over(6, cell)), height: 30 },
  ]);
  return form(rows);
}

/** The result in one sentence or two. */
function verdict({ appraised, appraisal }: ManagerView): Text {
  const { manager, qualifiedGrade, possibleGrade } = appraised;
  const title = (grade: string | null) => gradeTitle(appraisal, grade);
  const ids = appraisal.policy.ladder.map((grade) => grade.id);
  const [held, qualified] = [
    ids.indexOf(manager.grade),
    qualifiedGrade === null ? ids.length : ids.indexOf(qualifiedGrade),
  ];
  const first: Text =
    qualifiedGrade === null
      ? { zh: '目前不符合任何正式等级的全部条件', en: 'No grade’s conditions are all met' }
      : {
          zh: `目前符合${title(qualifiedGrade).zh}的全部条件`,
          en: `All conditions of ${title(qualifiedGrade).en} are met`,
        };
  const ownGrade = appraisal.policy.ladder.find((grade) => grade.id === manager.grade);
  const traineeship = appraised.grades.find(({ grade }) => ownGrade?.trainee && grade === manager.grade);
  const compared: Text =
    // A trainee's grade is no rank to fall short of: it has conditions of its own.
    traineeship !== undefined
      ? {
          zh: `；${title(manager.grade).zh}的条件${outcomeMarks[traineeship.outcome].text.zh}`,
          en: `; the conditions of ${title(manager.grade).en}: ${outcomeMarks[traineeship.outcome].text.en}`,
        }
      : qualified < held
        ? { zh: '，高于现聘等级', en: ', above the grade held' }
        : qualified === held
          ? { zh: '，与现聘等级相同', en: ', the grade held' }
          : { zh: '，低于现聘等级', en: ', below the grade held' };
  const maybe: Text =
    possibleGrade === null || possibleGrade === qualifiedGrade
      ? same('')
      : {
          zh: `；无法判断的事项若均符合，可达${title(possibleGrade).zh}`,
          en: `; if what is unknown turned out well: ${title(possibleGrade).en}`,
        };
  return join([first, compared, maybe, { zh: '。', en: '.' }]);
}

/** What the rules remark, each with its rule: `当年未发生欠息——2026Q2 已发生：…` */
function remarks({ appraised }: ManagerView): Text | null {
  const said = new Map<string, Text>();
  for (const { title, notes } of appraised.grades.flatMap(({ rules }) => rules.flatMap(within)))
    for (const note of notes)
      said.set(`${title.zh} ${note.zh}`, {
        zh: `${title.zh}——${note.zh}`,
        en: `${capital(title).en}: ${note.en}`,
      });
  if (said.size === 0) return null;
  return join([
    { zh: '备注：', en: 'Remarks: ' },
    join([...said.values()], semicolon),
    { zh: '。', en: '.' },
  ]);
}

/** Where the deposits stand against the floor, in figures. */
function floorWords({ appraised }: ManagerView): Text | null {
  const { observed, threshold } = appraised.floor;
  const [seen, bound] = [observed?.quantity ?? null, threshold?.quantity ?? null];
  // Where it is met it stands among the lines not crossed.
  if (seen === null || bound === null || appraised.floor.outcome === 'met') return null;
  const [has, wants] = [inWords(seen, bound), inWords(bound)];
  const article = appraised.floor.article;
  return {
    zh: `在岗最低及格线（${article}）：实际 ${has.zh}，标准 ${wants.zh}。`,
    en: `Floor line (${article}): ${has.en} against ${wants.en}.`,
  };
}

function decisionBlocks(decision: Decision, { appraisal }: ManagerView): Block[] {
  const remarks = [
    ...(decision.needsPerson ? [w.needsPerson] : []),
    ...decision.missing.map(({ text }) => text),
    ...decision.notes,
  ];
  return [
    { kind: 'heading', text: w.decision },
    form([
      {
        cells: [
          label(w.proposal, 3),
          value(words(decision.title, { look: 'value' }), 9),
          label(w.toGrade, 3),
          value(words(decision.toGrade === null ? same('—') : gradeTitle(appraisal, decision.toGrade)), 9),
        ],
      },
      {
        cells: [
          label(w.approval, 3),
          value(words(decision.approval ?? same('—')), 9),
          label(w.articles, 3),
          value(code(decision.articles.join(', ')), 9),
        ],
      },
    ]),
    ...(remarks.length > 0 ? [{ kind: 'text', text: join(remarks, semicolon), tone: 'warn' } as const] : []),
  ];
}

function signatures({ appraisal, context }: ManagerView): Block[] {
  const line = (text: Text) => [
    over(3, words(text, { look: 'line' })),
    over(3, words(null, { look: 'sign' })),
  ];
  const policy = appraisal.policy;
  return [
    { kind: 'space' },
    form([
      {
        height: 34,
        cells: [w.signManager, w.signHead, w.signHr, w.date].flatMap(line),
      },
    ]),
    {
      kind: 'text',
      tone: 'muted',
      text: join(
        [
          join([w.policy, { zh: ` ${policy.title.zh}`, en: ` ${policy.title.en}` }, ` ${policy.edition}`]),
          join([w.fingerprint, ` ${context.fingerprint}`]),
        ],
        ' · ',
      ),
    },
  ];
}

export const resultSheet: ManagerSheet = (view) => {
  const { appraised } = view;
  const floor = floorWords(view);
  const remarked = remarks(view);
  return {
    id: 'result',
    name: w.sheet,
    purpose: 'result',
    paper: 'portrait',
    onePage: true,
    grid: Array.from({ length: 24 }, () => 4.8),
    blocks: [
      opening(w.title, view),
      identity(view),
      { kind: 'space' },
      figures(view),
      { kind: 'heading', text: w.verdict },
      { kind: 'text', text: verdict(view) },
      ...(remarked === null ? [] : [{ kind: 'text', text: remarked } as const]),
      ...(floor === null ? [] : [{ kind: 'text', text: floor } as const]),
      ...nextGradeBlocks(view),
      ...planBlocks(view),
      ...warningBlocks(view),
      ...openBlocks(view),
      ...(appraised.decision === null ? [] : decisionBlocks(appraised.decision, view)),
      ...signatures(view),
    ],
  };
};
