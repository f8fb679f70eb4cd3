/** The lists of those warned, one sheet for each kind: which warnings a list holds is declared, the columns are one set. */
import type { ManagerAppraisal, Warning, WarningLevel } from '../../model/appraisal.ts';
import { inBoth, join, semicolon, type Text } from '../../model/text.ts';
import { code, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, list } from '../../spreadsheet/list.ts';
import { evidenceOf } from '../findings.ts';
import { basisOf } from '../manager/result/warned.ts';
import { warningsName } from '../manager/warnings.ts';
import { sourceName } from '../source.ts';
import { levelWords, warningMarks } from '../words.ts';
import {
  type BranchSheet,
  type BranchView,
  heldColumn,
  managerColumns,
  managerLink,
  opening,
} from './view.ts';

interface WarningList {
  readonly id: string;
  readonly name: Text;
  readonly title: Text;
  readonly levels: readonly WarningLevel[];
  /** Only rules whose id starts so, or only others. */
  readonly rules?: { readonly startingWith: string } | { readonly notStartingWith: string };
}

const explanation = 'explanation.';

const how: Text = {
  zh: '点击姓名打开考核表，点击条款打开其“预警”页查看全部依据；“待认定”须由有权部门确认。',
  en: 'A name opens the manager’s workbook, an article its sheet “Warnings” with all that speaks for it; “for review” needs a person’s judgement.',
};

/** In the order of the workbook's tabs. A new list is one entry. */
const lists: readonly WarningList[] = [
  {
    id: 'admonition',
    name: { zh: '诫勉名单', en: 'Admonitions' },
    title: { zh: '诫勉名单', en: 'Admonitions' },
    levels: ['admonition'],
  },
  {
    id: 'yellow-card',
    name: { zh: '黄牌名单', en: 'Yellow cards' },
    title: { zh: '黄牌警告名单', en: 'Yellow cards' },
    levels: ['yellow-card'],
  },
  {
    id: 'dismissal',
    name: { zh: '解聘名单', en: 'Dismissal' },
    title: { zh: '解聘情形名单（建议，须经认定）', en: 'Dismissal (proposals, to be confirmed)' },
    levels: ['dismissal'],
  },
  {
    id: 'accountability',
    name: { zh: '责任追究与低聘名单', en: 'Accountability' },
    title: { zh: '责任追究、低聘或退出名单', en: 'Accountability, downgrade or exit' },
    levels: ['accountability', 'downgrade-or-exit'],
  },
  {
    id: 'explanation',
    name: { zh: '书面说明', en: 'Explanations owed' },
    title: { zh: '须提交书面说明的名单', en: 'Written explanations owed' },
    levels: ['notice'],
    rules: { startingWith: explanation },
  },
  {
    id: 'notice',
    name: { zh: '提示与报送名单', en: 'Notices' },
    title: { zh: '提示与报送人力资源部名单', en: 'Notices and names for HR' },
    levels: ['notice'],
    rules: { notStartingWith: explanation },
  },
];

const listId = (id: string): string => `warned-${id}`;

/** The sheets that hold the warnings of a level, each with its list. */
export const warningListsOf = (level: WarningLevel): { readonly sheet: string; readonly list: string }[] =>
  lists.filter(({ levels }) => levels.includes(level)).map(({ id }) => ({ sheet: id, list: listId(id) }));

const belongs = ({ levels, rules }: WarningList, { level, rule, outcome }: Warning): boolean => {
  if (outcome !== 'triggered' && outcome !== 'review') return false;
  if (!levels.includes(level)) return false;
  if (rules === undefined) return true;
  return 'startingWith' in rules
    ? rule.startsWith(rules.startingWith)
    : !rule.startsWith(rules.notStartingWith);
};

interface Line {
  readonly appraised: ManagerAppraisal;
  readonly warning: Warning;
}

const mostRows = 3;

/** The first source rows that speak for a warning. */
function rowsOf({ finding }: Warning): Text {
  const evidence = evidenceOf(finding);
  const shown = evidence
    .slice(0, mostRows)
    .map(({ origin }) =>
      inBoth(
        (lang) => `${sourceName(origin)} ${lang === 'zh' ? `第 ${origin.row} 行` : `row ${origin.row}`}`,
      ),
    );
  const rest = evidence.length - shown.length;
  return join([
    join(shown, semicolon),
    rest > 0 ? { zh: `，共 ${evidence.length} 行`, en: `, ${evidence.length} rows` } : '',
  ]);
}

const columns = (view: BranchView): Column<Line>[] => [
  ...managerColumns<Line>(({ appraised }) => appraised),
  heldColumn(view, ({ appraised }) => appraised),
  {
    key: 'level',
    header: { zh: '级别', en: 'Level' },
    width: [10, 16],
    of: ({ warning }) => words(levelWords[warning.level]),
  },
  {
    key: 'rule',
    header: { zh: '事由', en: 'Reason' },
    width: [20, 36],
    of: ({ warning }) => words(warning.title),
  },
  {
    key: 'outcome',
    header: { zh: '结论', en: 'Outcome' },
    width: [9, 18],
    marks: Object.values(warningMarks),
    of: ({ warning }) => marked(warningMarks[warning.outcome]),
  },
  {
    key: 'article',
    header: { zh: '条款', en: 'Article' },
    of: ({ appraised, warning }) => code(warning.article, { link: managerLink(appraised, warningsName) }),
  },
  {
    key: 'basis',
    header: { zh: '依据', en: 'Basis' },
    width: [16, 36],
    of: ({ warning }) => words(basisOf(warning)),
  },
  {
    key: 'source',
    header: { zh: '来源', en: 'Source' },
    width: [16, 36],
    of: ({ warning }) => words(rowsOf(warning)),
  },
  { key: 'remarks', header: { zh: '处理意见', en: 'Decision' }, width: [14, 14], of: () => words(null) },
];

export const warningSheets: readonly BranchSheet[] = lists.map((declared) => (view) => ({
  id: declared.id,
  name: declared.name,
  purpose: 'list',
  paper: 'landscape',
  frozenColumns: 2,
  blocks: [
    opening(declared.title, view, how),
    list(
      listId(declared.id),
      columns(view),
      view.appraisal.managers.flatMap((appraised) =>
        appraised.warnings
          .filter((warning) => belongs(declared, warning))
          .map((warning): Line => ({ appraised, warning })),
      ),
    ),
  ],
}));
