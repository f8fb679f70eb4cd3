/** What is wrong with leaving a column or a title out of account. */
import type { Quarter } from '../model/calendar.ts';
import { errorOf } from '../model/diagnostic.ts';
import { columnLine } from './profile/write.ts';

export const unclaimedProblems = {
  telling: errorOf<{
    table: string;
    name: string;
    column: string;
    header: string;
    seen: readonly string[];
    byDefault: string;
  }>('column.left-out', ({ table, name, column, header, seen, byDefault }) => {
    const shown = seen.slice(0, 6);
    const more = seen.length > shown.length;
    return {
      message: {
        zh: `“${header}”没有采用，而其中写的是${column}：${shown.join('、')}${more ? '等' : ''}；不采用则全部按“${byDefault}”计算`,
        en: `“${header}” is not used, but holds what “${name}” would: ${shown.join(', ')}${more ? ' and more' : ''}; left out, every row is taken for “${byDefault}”`,
      },
      hint: {
        zh: `请在银行对照表中写“${columnLine(table, header, name)}”；若不是，写“${columnLine(table, header, 'none')}”`,
        en: `Write “${columnLine(table, header, name)}” in the bank profile; if it is not, “${columnLine(table, header, 'none')}”`,
      },
    };
  }),
  shares: errorOf<{ table: string; header: string }>('column.shares-left-out', ({ table, header }) => ({
    message: {
      zh: `“${header}”没有采用，而其中的比例按账户（或客户）合计正是 100%；不采用则每行都按全额计入`,
      en: `“${header}” is not used, but its percentages make 100 % of each account or customer; left out, every row counts in full`,
    },
    hint: {
      zh: `请在银行对照表中写“${columnLine(table, header, 'share')}”；若不是分成比例，写“${columnLine(table, header, 'none')}”`,
      en: `Write “${columnLine(table, header, 'share')}” in the bank profile; if it is no share, “${columnLine(table, header, 'none')}”`,
    },
  })),
  otherTitle: errorOf<{ period: Quarter; other: readonly Quarter[] }>(
    'period.other-title',
    ({ period, other }) => ({
      message: {
        zh: `标题行写的是 ${other.join('、')}，而资料包属于 ${period}`,
        en: `A title line speaks of ${other.join(', ')}, but the package is for ${period}`,
      },
      hint: {
        zh: '请换成本期的导出文件；若只是标题没有改，请改正标题',
        en: "Put this period's export in its place; if only the title was not changed, correct it",
      },
    }),
  ),
  otherRows: errorOf<{ table: string; header: string; period: Quarter; other: Quarter; count: number }>(
    'period.other-rows',
    ({ table, header, period, other, count }) => ({
      message: {
        zh: `“${header}”一列有 ${count} 行属于 ${other}，而资料包属于 ${period}`,
        en: `“${header}” puts ${count === 1 ? 'a row' : `${count} rows`} into ${other}, but the package is for ${period}`,
      },
      hint: {
        zh: `请换成本期的导出文件；若这一列与期间无关，在银行对照表中写“${columnLine(table, header, 'none')}”`,
        en: `Put this period's export in its place; if the column has nothing to do with the period, write “${columnLine(table, header, 'none')}” in the bank profile`,
      },
    }),
  ),
};
