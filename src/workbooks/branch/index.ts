/** The branch summary. A new sheet is one file and one line in the list, which says for which runs it is shown. */
import type { Appraisal } from '../../model/appraisal.ts';
import { join } from '../../model/text.ts';
import type { Book } from '../../spreadsheet/sheet.ts';
import { shownOf, withWays } from '../../spreadsheet/tabs.ts';
import type { RunContext } from '../context.ts';
import { readingSheets } from '../problems.ts';
import { subjectsOf, tabsAbout } from '../subjects.ts';
import { policiesInShort, quarterWords } from '../words.ts';
import { adjustmentsSheet } from './adjustments.ts';
import { allowanceSheet } from './allowance.ts';
import { booksSheet } from './books.ts';
import {
  type BranchTab,
  contentsName,
  decide,
  figures,
  lineAnswer,
  people,
  proof,
  warn,
  withContents,
} from './contents.ts';
import { heatMapSheet } from './heat-map.ts';
import { loanQualitySheet } from './loan-quality.ts';
import { managersSheet } from './managers.ts';
import { matrixSheet } from './matrix.ts';
import { measuresSheet } from './measures.ts';
import { migrationSheet } from './migration.ts';
import { nearSheet } from './near.ts';
import { notAppraisedSheet } from './not-appraised.ts';
import { openSheet } from './open.ts';
import { overviewSheet } from './overview/index.ts';
import { parametersSheet } from './parameters.ts';
import { planLinesSheet } from './plan-lines.ts';
import { proposalsSheet } from './proposals.ts';
import { qualitySheet } from './quality.ts';
import { rankingSheet } from './ranking.ts';
import { runSheet } from './run.ts';
import { sectionLineSheets, sectionSheets, sectionTableSheets } from './sections/index.ts';
import { unassignedSheet } from './unassigned.ts';
import { unitsSheet } from './units.ts';
import { opening } from './view.ts';
import { warningSheets } from './warning-lists.ts';
import { watchSheet } from './watch.ts';

const tabs: readonly BranchTab[] = [
  {
    ...decide,
    answers: { zh: '考核了谁、结果如何、比计划比上季', en: 'Who was appraised, and what it came to' },
    sheet: overviewSheet,
  },
  {
    ...decide,
    answers: {
      zh: '建议怎样聘任，由谁审批，还须认定什么',
      en: 'What is proposed for whom, and who approves',
    },
    sheet: proposalsSheet,
    of: 'decisions',
  },
  {
    ...decide,
    answers: { zh: '本项评定每人结论，及其理由', en: 'Each one’s verdict in this section, and why' },
    sheet: sectionSheets,
    of: 'sections',
  },
  {
    ...decide,
    answers: { zh: '哪些事项须由人认定，缺什么资料', en: 'What a person must judge, and what is missing' },
    sheet: openSheet,
  },
  {
    ...warn,
    answers: { zh: '谁触发了这类预警，凭哪条、哪些数据', en: 'Who is warned, by which rule and rows' },
    sheet: warningSheets,
    of: 'warnings',
  },
  {
    ...warn,
    answers: { zh: '哪些信贷业务须监察，为什么', en: 'Which credit is watched, and why' },
    sheet: watchSheet,
    of: 'watch-list',
  },
  {
    ...warn,
    answers: { zh: '谁离某条标准只差一点', en: 'Who is close to a line' },
    sheet: nearSheet,
    of: 'grades',
  },
  {
    ...people,
    answers: { zh: '每人一行的全部结果', en: 'Everyone in one line' },
    sheet: managersSheet,
  },
  {
    ...people,
    answers: { zh: '现聘等级与测算等级差在哪里，谁变动', en: 'Held against qualified, and who moves' },
    sheet: matrixSheet,
    of: 'grades',
  },
  {
    ...people,
    answers: { zh: '每项指标谁在前、谁在后', en: 'Who leads and who trails by each figure' },
    sheet: rankingSheet,
    when: (view) => view.about.has('measures') || view.about.has('targets'),
  },
  {
    ...people,
    answers: { zh: '谁没有考核，原因是什么', en: 'Who was not appraised, and why' },
    sheet: notAppraisedSheet,
  },
  {
    ...figures,
    answers: { zh: '每人每项计划完成多少', en: 'How much of each plan each has done' },
    sheet: heatMapSheet,
    of: 'targets',
  },
  {
    ...figures,
    answers: { zh: '五级分类怎样变化', en: 'How the classes of loans moved' },
    sheet: loanQualitySheet,
    of: 'classification',
  },
  {
    ...figures,
    answers: {
      zh: '各机构的人员与业务合在一起怎样',
      en: 'What each unit’s people come to',
    },
    sheet: unitsSheet,
  },
  {
    ...figures,
    answers: { zh: '哪些客户没有客户经理', en: 'Which customers have no manager' },
    sheet: unassignedSheet,
    of: 'unassigned',
  },
  {
    ...figures,
    answers: { zh: '每人补贴怎样算出', en: 'How each allowance comes about' },
    sheet: allowanceSheet,
    of: 'allowance',
  },
  {
    ...figures,
    answers: { zh: '哪些数据经批准调整', en: 'Which figures were adjusted, and on whose word' },
    sheet: adjustmentsSheet,
    of: 'adjustments',
  },
  {
    ...figures,
    answers: { zh: '各表合计出自哪些人的数', en: 'Whose figures the sums are made of' },
    sheet: measuresSheet,
    of: 'measures',
  },
  { ...figures, answers: lineAnswer, sheet: planLinesSheet, of: 'targets' },
  { ...figures, answers: lineAnswer, sheet: migrationSheet, of: 'classification' },
  {
    ...figures,
    answers: { zh: '每项数额、单价、系数与金额怎样算出', en: 'How each line comes about' },
    sheet: sectionTableSheets,
    of: 'sections',
  },
  { ...figures, answers: lineAnswer, sheet: sectionLineSheets, of: 'sections' },
  {
    ...proof,
    answers: { zh: '数据有什么问题和说明', en: 'What is wrong or odd in the data' },
    sheet: qualitySheet,
  },
  {
    ...proof,
    answers: { zh: '每个文件怎样读入', en: 'How each file was read' },
    sheet: (view) => readingSheets(view.appraisal.package.readings, (title) => opening(title, view)),
  },
  {
    ...proof,
    answers: { zh: '读入、计入、剔除的金额是否对得上', en: 'Whether what was read is what was counted' },
    sheet: booksSheet,
  },
  {
    ...proof,
    answers: { zh: '用了哪些标准，出自哪一条', en: 'Which thresholds were in force, by which article' },
    sheet: parametersSheet,
  },
  {
    ...proof,
    answers: { zh: '用哪些文件、哪个版本得出', en: 'From which files and which version' },
    sheet: runSheet,
  },
];

export function branchBook(appraisal: Appraisal, context: RunContext): Book {
  const view = { appraisal, context, about: subjectsOf(appraisal) };
  const period = quarterWords(appraisal.period);
  return {
    title: join([{ zh: '客户经理考核汇总', en: 'Customer manager appraisal' }, period], ' '),
    foot: [join([policiesInShort(appraisal), context.fingerprint], ' · '), period],
    sheets: withWays(withContents(shownOf(tabsAbout(tabs, view), view, [contentsName]), view)),
  };
}
