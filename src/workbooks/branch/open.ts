/** 待人工认定: everything unknown or for review, manager by manager, with what is missing. */

import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { decisionOf, floorOf, gradesOf, warningsOf } from '../../model/entries.ts';
import type { GradeId } from '../../model/in-force.ts';
import type { Finding } from '../../model/judgement.ts';
import { comma, join, joined, same, semicolon, type Text } from '../../model/text.ts';
import { code, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import type { Block, Mark } from '../../spreadsheet/sheet.ts';
import { missingIn } from '../findings.ts';
import { entriesAbout } from '../sections/words.ts';
import { gradeTitle, levelWord, outcomeMarks, warningMarks } from '../words.ts';
import { type BranchSheet, type BranchView, managerColumns, opening } from './view.ts';

const w = {
  sheet: { zh: '待人工认定', en: 'To be decided' },
  title: { zh: '待人工认定与无法判断的事项', en: 'What a person must decide, and what could not be judged' },
  grade: { zh: '等级条件', en: 'Grade' },
  warning: { zh: '预警', en: 'Warning' },
  decision: { zh: '聘任建议', en: 'Proposal' },
  section: { zh: '评定项目', en: 'Section' },
  others: { zh: '机构与称号', en: 'Units and titles' },
  person: { zh: '须人工认定', en: 'needs a person’s judgement' },
};

/** The area of warnings, for counts over the list. */
export const warningArea = w.warning;

interface OpenItem {
  readonly area: Text;
  readonly rule: Text;
  readonly mark: Mark;
  readonly article: string;
  /** The grades it stands in the way of, the level of the warning, or the policy. */
  readonly bears: Text;
  readonly missing: Text;
}

const missingWords = (finding: Finding): Text => joined(missingIn([finding]), semicolon);

/** One rule often is unknown in several grades for one reason: it stands in one line, with the grades. */
function gradeItems(appraised: ManagerAppraisal, { appraisal }: BranchView): OpenItem[] {
  const byRule = new Map<string, { finding: Finding; grades: GradeId[] }>();
  for (const { grade, rules } of gradesOf(appraised))
    for (const finding of rules.filter(({ outcome }) => outcome === 'unknown')) {
      const key = `${finding.rule}|${missingWords(finding).zh}`;
      const known = byRule.get(key) ?? { finding, grades: [] };
      known.grades.push(grade);
      byRule.set(key, known);
    }
  return [...byRule.values()].map(({ finding, grades }) => ({
    area: w.grade,
    rule: finding.title,
    mark: outcomeMarks.unknown,
    article: finding.article,
    bears: joined(grades, comma, (grade) => gradeTitle(appraisal, grade)),
    missing: missingWords(finding),
  }));
}

function decisionItems(appraised: ManagerAppraisal, { appraisal }: BranchView): OpenItem[] {
  const decision = decisionOf(appraised);
  if (decision === null || (!decision.needsPerson && decision.missing.length === 0)) return [];
  const { title, articles, toGrade, missing, toDecide, notes } = decision;
  return [
    {
      area: w.decision,
      rule: title,
      mark: warningMarks.review,
      article: articles.join(', '),
      bears: toGrade === null ? same('') : gradeTitle(appraisal, toGrade),
      missing:
        missing.length > 0 ? joined(missing, semicolon) : join([w.person, ...toDecide, ...notes], semicolon),
    },
  ];
}

const warningItems = (appraised: ManagerAppraisal, { appraisal }: BranchView): OpenItem[] =>
  warningsOf(appraised)
    .filter(({ outcome }) => outcome === 'review' || outcome === 'unknown')
    .map(({ title, level, article, outcome, finding }) => ({
      area: w.warning,
      rule: title,
      mark: warningMarks[outcome],
      article,
      bears: levelWord(appraisal, level),
      missing: outcome === 'review' ? w.person : missingWords(finding),
    }));

function floorItems(appraised: ManagerAppraisal): OpenItem[] {
  const floor = floorOf(appraised);
  if (floor?.outcome !== 'unknown') return [];
  const { title, article } = floor;
  const missing = missingWords(floor);
  return [{ area: title, rule: title, mark: outcomeMarks.unknown, article, bears: same(''), missing }];
}

/** The sections that could not come to a verdict about the manager; null: about a unit or title. */
const sectionItems = (managerId: string | null, { appraisal }: BranchView) =>
  entriesAbout(appraisal, managerId)
    .filter(({ entry }) => entry.outcome === 'unknown')
    .map(({ section, scheme, entry }): OpenItem & { subject: Text } => ({
      subject: entry.name,
      area: w.section,
      rule: section.title,
      mark: outcomeMarks.unknown,
      article: section.article,
      bears: scheme.policy.title,
      missing: joined(entry.missing, semicolon),
    }));

interface ManagerItem extends OpenItem {
  readonly appraised: ManagerAppraisal;
}

const itemsOf = (appraised: ManagerAppraisal, view: BranchView): ManagerItem[] =>
  [
    ...decisionItems(appraised, view),
    ...warningItems(appraised, view),
    ...gradeItems(appraised, view),
    ...sectionItems(appraised.manager.manager_id, view),
    ...floorItems(appraised),
  ].map((item) => ({ ...item, appraised }));

const missingColumn: Column<OpenItem> = column(
  'missing',
  { zh: '缺少的资料或判断', en: 'What is missing' },
  [18, 40],
  ({ missing }) => words(missing),
);
const articleColumn: Column<OpenItem> = column('article', { zh: '条款', en: 'Article' }, ({ article }) =>
  code(article),
);
const answerColumn: Column<OpenItem> = column('answer', { zh: '认定意见', en: 'Decision' }, [14, 14], () =>
  words(null),
);
const stateColumn = (key: string, marks: readonly Mark[]): Column<OpenItem> =>
  column(key, { zh: '状态', en: 'State' }, { width: [9, 18], marks }, ({ mark }) => marked(mark));

const columns = ({ about }: BranchView): Column<ManagerItem>[] => [
  ...managerColumns<ManagerItem>(({ appraised }) => appraised),
  column('area', { zh: '类别', en: 'Area' }, [10, 14], ({ area }) => words(area)),
  column('rule', { zh: '事项', en: 'Rule' }, [20, 36], ({ rule }) => words(rule)),
  stateColumn('outcome', [warningMarks.review, warningMarks.unknown]),
  column(
    'bears',
    about.has('grades') ? { zh: '涉及等级或级别', en: 'Bears on' } : { zh: '涉及制度', en: 'Bears on' },
    [14, 30],
    ({ bears }) => words(bears),
  ),
  missingColumn,
  articleColumn,
  answerColumn,
];

export const openSheet: BranchSheet = (view) => ({
  id: 'open',
  name: w.sheet,
  kind: 'list',
  blocks: [
    opening(w.title, view),
    list(
      'open',
      columns(view),
      view.appraisal.managers.flatMap((appraised) => itemsOf(appraised, view)),
    ),
    ...othersOf(view),
  ],
});

/** The units and titles about which a section could not come to a verdict. */
function othersOf(view: BranchView): Block[] {
  const open = sectionItems(null, view);
  if (open.length === 0) return [];
  const otherColumns: Column<(typeof open)[number]>[] = [
    column('subject', { zh: '机构或称号', en: 'Unit or title' }, [14, 30], ({ subject }) =>
      words(subject, { look: 'strong' }),
    ),
    column('section', w.section, [14, 30], ({ rule }) => words(rule)),
    stateColumn('state', [warningMarks.unknown]),
    missingColumn,
    articleColumn,
    column('policy', { zh: '涉及制度', en: 'Policy' }, [14, 30], ({ bears }) => words(bears)),
    answerColumn,
  ];
  return [{ kind: 'heading', text: w.others }, list('open-others', otherColumns, open)];
}
