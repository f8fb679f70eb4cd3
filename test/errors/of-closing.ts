/** What is wrong with decisions and templates: each problem by the smallest change of what was right. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { body, docx } from '../../bin/templates/docx.ts';
import { decisionsIn, readAnswers, templatesFor } from '../../src/closing/index.ts';
import { letterProblems } from '../../src/closing/letters/problems.ts';
import { olderBooks, olderBooksProblems } from '../../src/closing/older-books.ts';
import { decisionProblems } from '../../src/closing/problems.ts';
import type { Decided } from '../../src/model/closing.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { blankDecisions, type Filled } from '../closing/filled.ts';
import { smallAppraisal, smallBasis } from '../closing/small.ts';

export const problemsOfClosing = [decisionProblems, letterProblems, olderBooksProblems];

/** What is said of the fourth quarter's decisions, filled in and then changed. */
const after =
  (change: (filled: Filled) => void): (() => Promise<readonly Diagnostic[]>) =>
  async () => {
    const basis = await smallBasis('2026Q4');
    const filled = await blankDecisions(basis);
    change(filled);
    const { rows, problems } = await readAnswers(filled.write(temporaryFolder()), basis);
    return problems.length > 0 ? problems : decisionsIn(rows, basis).problems;
  };

/** What is said of a folder with one template. */
const ofTemplate =
  (file: string, bytes: Uint8Array): (() => Promise<readonly Diagnostic[]>) =>
  async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, file), bytes);
    return (await templatesFor(await smallBasis('2026Q4'), folder)).problems;
  };
/** What is said of a package by what was decided after the quarter before, and before that was corrected. */
const afterDecided =
  (decided: Partial<Decided>, superseded: Partial<Decided> = {}) =>
  async (): Promise<readonly Diagnostic[]> => {
    const closing = (name: string, isSuperseded: boolean, says: Partial<Decided>) => ({
      ...{ name, run: '', superseded: isSuperseded },
      decided: { ...nothingDecided, ...says },
    });
    return olderBooks(
      [closing('2026Q3-first-closed', true, superseded), closing('2026Q3-closed', false, decided)],
      await smallAppraisal('2026Q4'),
    );
  };
const nothingDecided: Decided = {
  ...{ schema: 'rm-appraisal/decided/1', period: '2026Q3', events: [], roster: [] },
};

const admonished = (date: string): Decided['events'][number] => ({
  ...{ managerId: '0002', date, kind: 'admonished', reference: '', note: '' },
});

export const ofClosing: Readonly<Record<string, () => Promise<readonly Diagnostic[]>>> = {
  'decisions.other-run': after(({ sheets }) => {
    for (const [name, rows] of sheets)
      sheets.set(
        name,
        rows.map((cells) =>
          cells.map((cell) =>
            typeof cell === 'string' ? cell.replace('abcdef012345', '0123456789ab') : cell,
          ),
        ),
      );
  }),
  'decisions.missing-sheet': after(({ sheets }) => sheets.delete('聘任审批')),
  'decisions.missing-column': after((filled) => {
    const header = filled.row('聘任审批', '编号');
    header[header.indexOf('拟聘等级')] = '等级';
  }),
  'decisions.two-columns': after((filled) => filled.row('聘任审批', '编号').push('日期')),
  'decisions.row-gone': after(({ sheets }) =>
    sheets.set('聘任审批', sheets.get('聘任审批')?.filter(([id]) => id !== '0002') ?? []),
  ),
  'decisions.row-twice': after((filled) => filled.rows('聘任审批').push([...filled.row('聘任审批', '0002')])),
  'decisions.unknown-id': after((filled) => {
    filled.row('聘任审批', '0002')[0] = '002';
  }),
  'decisions.other-manager': after((filled) => filled.answer('聘任审批', '0002', { 姓名: '张一' })),
  'decisions.unknown-choice': after((filled) => filled.answer('聘任审批', '0002', { 审批结果: '续任' })),
  'decisions.not-decided': after((filled) => filled.answer('聘任审批', '0002', { 日期: '2027-01-12' })),
  'decisions.missing-answer': after((filled) =>
    filled.answer('聘任审批', '0002', { 审批结果: '解聘（建议）' }),
  ),
  'decisions.out-of-time': after((filled) =>
    filled.answer('聘任审批', '0002', { 审批结果: '续聘', 拟聘等级: '二级客户经理', 日期: '2026-09-30' }),
  ),
  'decisions.lifted-before': after((filled) =>
    filled.answer('解除诫勉', '0002', { 解除: '是', 日期: '2026-05-30' }),
  ),
  'decisions.grade-unfit': after((filled) =>
    filled.answer('聘任审批', '0002', { 审批结果: '晋升', 拟聘等级: '高级客户经理', 日期: '2027-01-12' }),
  ),
  'decisions.needless-answer': after((filled) =>
    filled.answer('聘任审批', '0002', {
      审批结果: '解聘（建议）',
      拟聘等级: '三级客户经理',
      日期: '2027-01-12',
    }),
  ),
  'decisions.copied-sheet': after(({ sheets }) => sheets.set('聘任审批 (2)', sheets.get('聘任审批') ?? [])),
  'decisions.in-place': async () => [
    decisionProblems.inPlace({ file: '2026Q4-考核结果/decisions.xlsx' }, {}),
  ],
  'decisions.nobody': after((filled) =>
    filled.answer('名单以外的处理', '+1', {
      处理: '诫勉',
      客户经理工号: '002',
      日期: '2027-01-12',
      说明: '客户投诉',
    }),
  ),
  'decisions.contradiction': after((filled) => {
    filled.answer('名单以外的处理', '+1', {
      处理: '解聘',
      客户经理工号: '0002',
      日期: '2027-01-12',
      说明: '客户投诉',
    });
    filled.answer('聘任审批', '0002', { 审批结果: '续聘', 拟聘等级: '二级客户经理', 日期: '2027-01-12' });
  }),
  'decisions.undecided': after(() => {}),
  'archive.older-ledger': afterDecided({ events: [admonished('2026-05-31'), admonished('2026-10-20')] }),
  'archive.older-roster': afterDecided({
    roster: [
      { managerId: '0002', column: 'grade', before: '二级客户经理', after: '一级客户经理' },
      { managerId: '0001', column: 'grade', before: '二级客户经理', after: '一级客户经理' },
    ],
  }),
  'archive.superseded-event': afterDecided(
    { events: [admonished('2026-10-20')] },
    { events: [admonished('2026-05-31'), admonished('2026-10-20'), admonished('2026-10-21')] },
  ),
  'archive.superseded-roster': afterDecided(
    { roster: [{ managerId: '0001', column: 'grade', before: '三级客户经理', after: '二级客户经理' }] },
    {
      roster: [
        { managerId: '0002', column: 'grade', before: '一级客户经理', after: '二级客户经理' },
        { managerId: '0001', column: 'grade', before: '三级客户经理', after: '二级客户经理' },
        { managerId: '0003', column: 'grade', before: '四级客户经理', after: '三级客户经理' },
      ],
    },
  ),
  'letters.not-a-document': ofTemplate('诫勉通知书.docx', Buffer.from('诫勉通知书')),
  'letters.unknown-placeholder': ofTemplate('诫勉通知书.docx', docx([body('{姓名}{期满}')])),
  'letters.broken-placeholder': ofTemplate('诫勉通知书.docx', docx([body('{姓名')])),
  'letters.unknown-template': ofTemplate('诫勉通知.docx', docx([])),
  'letters.no-template': async () => {
    const basis = await smallBasis('2026Q4');
    const letters = { standby: { title: { zh: '待岗通知书', en: 'Standby' } } };
    return (await templatesFor({ ...basis, rules: { ...basis.rules, letters } }, null)).problems;
  },
};
