/** The lists of those warned, one sheet for each that the policy declares; the columns are one set. */

import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { type Warning, warningsOf } from '../../model/entries.ts';
import type { WarningList } from '../../model/in-force.ts';
import { isRaised } from '../../model/outcome.ts';
import { inBoth, join, semicolon, type Text } from '../../model/text.ts';
import { code, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import type { Block, Sheet } from '../../spreadsheet/sheet.ts';
import { evidenceOf } from '../findings.ts';
import { basisOf } from '../manager/result/warned.ts';
import { warningsName } from '../manager/warnings.ts';
import { sourceName } from '../source.ts';
import { levelWord, warningMarks } from '../words.ts';
import { type BranchView, heldColumn, managerColumns, managerLink, opening } from './view.ts';

const how: Text = {
  zh: '点击姓名打开考核表，点击条款打开其“预警”页查看全部依据；“待认定”须由有权部门确认。',
  en: 'A name opens the manager’s workbook, an article its sheet “Warnings” with all that speaks for it; “for review” needs a person’s judgement.',
};

/** The list, and its sheet where it has its own. */
export const warningListId = (list: string): string => `warned-${list}`;

/** The sheet on which a list stands. */
export const warningSheetId = (lists: readonly WarningList[], list: string): string =>
  warningListId(lists.find(({ id }) => id === list)?.on ?? list);

interface WarningEntry {
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

const columns = (view: BranchView): Column<WarningEntry>[] => [
  ...managerColumns<WarningEntry>(({ appraised }) => appraised),
  heldColumn(view, ({ appraised }) => appraised),
  column('level', { zh: '级别', en: 'Level' }, [10, 16], ({ warning }) =>
    words(levelWord(view.appraisal, warning.level)),
  ),
  column('rule', { zh: '事由', en: 'Reason' }, [20, 36], ({ warning }) => words(warning.title)),
  column(
    'outcome',
    { zh: '结论', en: 'Outcome' },
    { width: [9, 18], marks: Object.values(warningMarks) },
    ({ warning }) => marked(warningMarks[warning.outcome]),
  ),
  column('article', { zh: '条款', en: 'Article' }, ({ appraised, warning }) =>
    code(warning.article, { link: managerLink(appraised, warningsName) }),
  ),
  column('basis', { zh: '依据', en: 'Basis' }, [16, 36], ({ warning }) => words(basisOf(warning))),
  column('source', { zh: '来源', en: 'Source' }, [16, 36], ({ warning }) => words(rowsOf(warning))),
  column('remarks', { zh: '处理意见', en: 'Decision' }, [14, 14], () => words(null)),
];

/** Those of a list, manager by manager. */
const named = ({ id }: WarningList, view: BranchView): Block =>
  list(
    warningListId(id),
    columns(view),
    view.appraisal.managers.flatMap((appraised) =>
      warningsOf(appraised)
        .filter((warning) => warning.list === id && isRaised(warning))
        .map((warning): WarningEntry => ({ appraised, warning })),
    ),
  );

const listSheet = (own: WarningList, parts: readonly WarningList[], view: BranchView): Sheet => ({
  id: warningListId(own.id),
  name: own.name,
  given: true,
  kind: 'list',
  blocks: [
    opening(own.title, view, how),
    named(own, view),
    ...parts.flatMap((part): Block[] => [{ kind: 'heading', text: part.title }, named(part, view)]),
  ],
});

/** One sheet for each list that the policy's warnings may stand in, with the lists that are parts of it. */
export function warningSheets(view: BranchView): Sheet[] {
  const { warningLists: lists } = view.appraisal.policy;
  return lists
    .filter(({ on }) => on === null)
    .map((own) =>
      listSheet(
        own,
        lists.filter(({ on }) => on === own.id),
        view,
      ),
    );
}
