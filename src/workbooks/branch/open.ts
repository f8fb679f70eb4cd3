/** 待人工认定: everything unknown or for review, manager by manager, with what is missing. */

import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { decisionOf, floorOf, gradesOf, warningsOf } from '../../model/entries.ts';
import type { GradeId } from '../../model/in-force.ts';
import type { Finding } from '../../model/judgement.ts';
import { comma, join, semicolon, type Text } from '../../model/text.ts';
import { code, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, list } from '../../spreadsheet/list.ts';
import type { Block, Mark } from '../../spreadsheet/sheet.ts';
import { missingIn } from '../findings.ts';
import { hasLadder } from '../has.ts';
import { entriesAbout, type PlacedEntry } from '../sections/words.ts';
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

/** The areas of the list, for counts over it. */
export const openAreas = {
  grade: w.grade,
  warning: w.warning,
  decision: w.decision,
  section: w.section,
};

interface OpenItem {
  readonly appraised: ManagerAppraisal;
  readonly area: Text;
  readonly rule: Text;
  readonly mark: Mark;
  readonly article: string;
  /** The grades it stands in the way of, or the level of the warning. */
  readonly bears: Text;
  readonly missing: Text;
}

const missingWords = (finding: Finding): Text =>
  join(
    missingIn([finding]).map(({ text }) => text),
    semicolon,
  );

/** One rule often is unknown in several grades for one reason: it stands in one line, with the grades. */
function gradeLines(appraised: ManagerAppraisal, { appraisal }: BranchView): OpenItem[] {
  const byRule = new Map<string, { finding: Finding; grades: GradeId[] }>();
  for (const { grade, rules } of gradesOf(appraised))
    for (const finding of rules.filter(({ outcome }) => outcome === 'unknown')) {
      const key = `${finding.rule}|${missingWords(finding).zh}`;
      const known = byRule.get(key) ?? { finding, grades: [] };
      known.grades.push(grade);
      byRule.set(key, known);
    }
  return [...byRule.values()].map(({ finding, grades }) => ({
    appraised,
    area: w.grade,
    rule: finding.title,
    mark: outcomeMarks.unknown,
    article: finding.article,
    bears: join(
      grades.map((grade) => gradeTitle(appraisal, grade)),
      comma,
    ),
    missing: missingWords(finding),
  }));
}

/** The sections that could not come to a verdict about the manager. */
const sectionLines = (appraised: ManagerAppraisal, { appraisal }: BranchView): OpenItem[] =>
  entriesAbout(appraisal, appraised.manager.manager_id)
    .filter(({ entry }) => entry.outcome === 'unknown')
    .map(({ section, scheme, entry }) => ({
      appraised,
      area: w.section,
      rule: section.title,
      mark: outcomeMarks.unknown,
      article: section.article,
      bears: scheme.policy.title,
      missing: join(
        entry.missing.map(({ text }) => text),
        semicolon,
      ),
    }));

function linesOf(appraised: ManagerAppraisal, view: BranchView): OpenItem[] {
  const [floor, decision] = [floorOf(appraised), decisionOf(appraised)];
  const empty: Text = { zh: '', en: '' };
  return [
    ...(decision !== null && (decision.needsPerson || decision.missing.length > 0)
      ? [
          {
            appraised,
            area: w.decision,
            rule: decision.title,
            mark: warningMarks.review,
            article: decision.articles.join(', '),
            bears: decision.toGrade === null ? empty : gradeTitle(view.appraisal, decision.toGrade),
            missing:
              decision.missing.length > 0
                ? join(
                    decision.missing.map(({ text }) => text),
                    semicolon,
                  )
                : join([w.person, ...decision.toDecide, ...decision.notes], semicolon),
          },
        ]
      : []),
    ...warningsOf(appraised)
      .filter(({ outcome }) => outcome === 'review' || outcome === 'unknown')
      .map(({ title, level, article, outcome, finding }) => ({
        appraised,
        area: w.warning,
        rule: title,
        mark: warningMarks[outcome],
        article,
        bears: levelWord(view.appraisal, level),
        missing: outcome === 'review' ? w.person : missingWords(finding),
      })),
    ...gradeLines(appraised, view),
    ...sectionLines(appraised, view),
    ...(floor?.outcome === 'unknown'
      ? [
          {
            appraised,
            area: floor.title,
            rule: floor.title,
            mark: outcomeMarks.unknown,
            article: floor.article,
            bears: empty,
            missing: missingWords(floor),
          },
        ]
      : []),
  ];
}

const columns = (view: BranchView): Column<OpenItem>[] => [
  ...managerColumns<OpenItem>(({ appraised }) => appraised),
  { key: 'area', header: { zh: '类别', en: 'Area' }, width: [10, 14], of: ({ area }) => words(area) },
  { key: 'rule', header: { zh: '事项', en: 'Rule' }, width: [20, 36], of: ({ rule }) => words(rule) },
  {
    key: 'outcome',
    header: { zh: '状态', en: 'State' },
    width: [9, 18],
    marks: [warningMarks.review, warningMarks.unknown],
    of: ({ mark }) => marked(mark),
  },
  {
    key: 'bears',
    header: hasLadder(view) ? { zh: '涉及等级或级别', en: 'Bears on' } : { zh: '涉及制度', en: 'Bears on' },
    width: [14, 30],
    of: ({ bears }) => words(bears),
  },
  {
    key: 'missing',
    header: { zh: '缺少的资料或判断', en: 'What is missing' },
    width: [18, 40],
    of: ({ missing }) => words(missing),
  },
  { key: 'article', header: { zh: '条款', en: 'Article' }, of: ({ article }) => code(article) },
  { key: 'answer', header: { zh: '认定意见', en: 'Decision' }, width: [14, 14], of: () => words(null) },
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
      view.appraisal.managers.flatMap((appraised) => linesOf(appraised, view)),
    ),
    ...othersOf(view),
  ],
});

/** The units and titles about which a section could not come to a verdict. */
function othersOf({ appraisal }: BranchView): Block[] {
  const open = entriesAbout(appraisal, null).filter(({ entry }) => entry.outcome === 'unknown');
  if (open.length === 0) return [];
  const otherColumns: Column<PlacedEntry>[] = [
    {
      key: 'subject',
      header: { zh: '机构或称号', en: 'Unit or title' },
      width: [14, 30],
      of: ({ entry }) => words(entry.name, { look: 'strong' }),
    },
    { key: 'section', header: w.section, width: [14, 30], of: ({ section }) => words(section.title) },
    {
      key: 'state',
      header: { zh: '状态', en: 'State' },
      width: [9, 18],
      marks: [warningMarks.unknown],
      of: () => marked(warningMarks.unknown),
    },
    {
      key: 'missing',
      header: { zh: '缺少的资料或判断', en: 'What is missing' },
      width: [18, 40],
      of: ({ entry }) =>
        words(
          join(
            entry.missing.map(({ text }) => text),
            semicolon,
          ),
        ),
    },
    { key: 'article', header: { zh: '条款', en: 'Article' }, of: ({ section }) => code(section.article) },
    {
      key: 'policy',
      header: { zh: '涉及制度', en: 'Policy' },
      width: [14, 30],
      of: ({ scheme }) => words(scheme.policy.title),
    },
    { key: 'answer', header: { zh: '认定意见', en: 'Decision' }, width: [14, 14], of: () => words(null) },
  ];
  return [{ kind: 'heading', text: w.others }, list('open-others', otherColumns, open)];
}
