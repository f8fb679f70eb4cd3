/** What can be wrong between rows, and between tables. */
import { errorOf, noteOf, warningOf } from '../../model/diagnostic.ts';
import type { TableId } from '../../model/tables/index.ts';
import { perhaps } from '../nearest.ts';

export const checkProblems = {
  missing: errorOf<{ table: TableId; title: string; names: readonly string[] }>(
    'table.missing',
    ({ table, title, names }) => ({
      message: {
        zh: `缺少“${title}”（${table}）`,
        en: `The table “${table}” is missing`,
      },
      hint: {
        zh: `请放入名称含“${names.slice(1).join('”或“')}”的文件；若确实没有，在 package.yaml 中写“absent: [${table}]”`,
        en: `Add a file whose name holds ${names.join(' or ')}; if there is none, write “absent: [${table}]” in package.yaml`,
      },
    }),
  ),
  notAbsent: errorOf<{ table: TableId }>('table.not-absent', ({ table }) => ({
    message: {
      zh: `package.yaml 声明没有“${table}”，但资料包中有`,
      en: `package.yaml declares “${table}” absent, but the package has it`,
    },
    hint: {
      zh: '请删去该声明，或移走该文件',
      en: 'Remove the declaration, or take the file away',
    },
  })),
  sameContent: errorOf<{ other: string }>('file.same-content', ({ other }) => ({
    message: {
      zh: `内容与“${other}”完全相同，各行会被重复计算`,
      en: `The content is the same as that of “${other}”: every row would count twice`,
    },
    hint: { zh: '请删除多余的一份', en: 'Remove one of the two' },
  })),
  sameRows: errorOf<{ other: string; shared: number; rows: number }>(
    'file.same-rows',
    ({ other, shared, rows }) => ({
      message: {
        zh: `${rows} 行中有 ${shared} 行在“${other}”中已有，会被重复计算`,
        en: `Of its ${rows} rows, ${shared} are in “${other}” already: they would count twice`,
      },
      hint: {
        zh: '若是多余的一份，或是另一季度的导出，请移走它；若是更正，请只保留正确的一份',
        en: "Take it away if it is one too many, or another quarter's export; of a file and its correction keep the right one",
      },
    }),
  ),
  mixedPeriods: errorOf<{ shown: readonly string[]; files: number }>('period.mixed', ({ shown, files }) => ({
    message: {
      zh: `资料包中混有另一季度的文件，与本期文件是同样的账户或记录：${shown.join('、')}${files > shown.length ? ` 等 ${files} 个` : ''}`,
      en: `Files of another quarter lie beside this one's, on the same accounts or entries: ${shown.join(', ')}${files > shown.length ? ` and more, ${files} in all` : ''}`,
    },
    hint: {
      zh: '请移走另一季度的文件',
      en: "Take the other quarter's files away",
    },
  })),
  noRows: warningOf<object>('table.no-rows', () => ({
    message: { zh: '表头之下没有数据行', en: 'There are no data rows below the header' },
    hint: {
      zh: '请核对导出条件；若确实没有数据则无需处理',
      en: 'Check how it was exported; if there is nothing to report, nothing needs to be done',
    },
  })),
  tooManyCells: errorOf<{ cells: number; columns: number }>('row.too-many-cells', ({ cells, columns }) => ({
    message: {
      zh: `该行有 ${cells} 列内容，而表头只有 ${columns} 列：各列可能已错位`,
      en: `The row has ${cells} cells but the header ${columns}: its values may have shifted`,
    },
    hint: {
      zh: '内容中若有分隔符（如 1,234.00），请加双引号后重新导出',
      en: 'A field that holds the delimiter (such as 1,234.00) must be quoted; export it again',
    },
  })),
  unknownManager: errorOf<{ count: number; suggestion: string | null }>(
    'manager.unknown',
    ({ count, suggestion }) => ({
      message: {
        zh: `名册中没有这个工号（共 ${count} 行）${perhaps(suggestion).zh}`,
        en: `The roster has no such manager (${count} row${count === 1 ? '' : 's'})${perhaps(suggestion).en}`,
      },
      hint: {
        zh: '请改正工号，或在名册中补入该客户经理（离岗者状态填“离岗”）；暂无管户人的行请留空',
        en: 'Correct the id, or add the manager to the roster (status 离岗 for one who left); leave it blank where nobody is assigned',
      },
    }),
  ),
  managerForm: errorOf<{ shown: readonly string[]; ids: number; count: number; line: string }>(
    'manager.other-form',
    ({ shown, ids, count, line }) => ({
      message: {
        zh: `${ids} 个工号的写法与名册不同（共 ${count} 行）：${shown.join('、')}${ids > shown.length ? '等' : ''}`,
        en: `ids that are written otherwise than in the roster: ${ids} (${count} row${count === 1 ? '' : 's'}): ${shown.join(', ')}${ids > shown.length ? ' and more' : ''}`,
      },
      hint: {
        zh: `若确是同一人，请在银行对照表中写“${line}”，导出文件不必改`,
        en: `If they are the same people, write “${line}” in the bank profile and leave the export as it is`,
      },
    }),
  ),
  managerName: errorOf<{ name: string; ids: number; shown: readonly string[]; count: number }>(
    'manager.two-of-one-name',
    ({ name, ids, shown, count }) => ({
      message: {
        zh: `名册中有 ${ids} 位“${name}”：${shown.join('、')}${ids > shown.length ? '等' : ''}，凭姓名分不清是谁（共 ${count} 行）`,
        en: `The roster has more than one “${name}”: ${shown.join(', ')}${ids > shown.length ? ` and more, ${ids} in all` : ''}; the name does not say who is meant (${count} row${count === 1 ? '' : 's'})`,
      },
      hint: { zh: '请在这些行写工号', en: 'Write the id in these rows' },
    }),
  ),
  duplicate: errorOf<{ key: string; file: string; row: number }>('row.duplicate', ({ key, file, row }) => ({
    message: {
      zh: `${key} 重复：已在 ${file} 第 ${row} 行出现`,
      en: `${key} occurs twice: it is already in ${file}, row ${row}`,
    },
    hint: { zh: '请只保留正确的一行', en: 'Keep the right row only' },
  })),
  afterPeriod: noteOf<{ count: number; lastDay: string }>('events.after-period', ({ count, lastDay }) => ({
    message: {
      zh: `${count} 条记录在本期最后一天（${lastDay}）之后，未计入`,
      en: `entries after the period's last day (${lastDay}) were left out: ${count}`,
    },
    hint: { zh: '无需处理', en: 'Nothing to do' },
  })),
  zeros: noteOf<{ count: number; rows: readonly number[] }>('row.zeros', ({ count, rows }) => ({
    message: {
      zh: `${count} 行没有编号、只有 0，未计入：第 ${rows.join('、')} 行${count > rows.length ? '等' : ''}`,
      en: `rows without an id hold nothing but zeros and were left out: ${rows.join(', ')}${count > rows.length ? ' and more' : ''}`,
    },
    hint: { zh: '无需处理', en: 'Nothing to do' },
  })),
  shareTotal: errorOf<{
    account: string;
    total: string;
    isOver: boolean;
    shown: readonly string[];
    rows: number;
  }>('share.not-whole', ({ account, total, isOver, shown, rows }) => ({
    message: {
      zh: `${account} 的分成比例合计为 ${total}，不是 100%（${shown.join('、')}${rows > shown.length ? ` 等 ${rows} 行` : ''}）`,
      en: `The shares of ${account} add up to ${total}, not 100% (${shown.join(', ')}${rows > shown.length ? ` and more, ${rows} rows` : ''})`,
    },
    hint: isOver
      ? {
          zh: '请在“分成比例”列逐行写明各人的比例（如 60%、40%），合计 100%；客户已移交的，只留接手人一行，或两人按约定比例写',
          en: 'State the share of each in 分成比例 (such as 60% and 40%), 100% together; of a customer who was handed over keep the new manager’s row only, or state the shares that were agreed',
        }
      : {
          zh: '请列全所有分成人，使比例合计为 100%',
          en: 'List everyone who has a share, so that they add up to 100 %',
        },
  })),
  shareWhole: errorOf<{ account: string; column: string; other: string; where: string; rows: number }>(
    'share.different-wholes',
    ({ account, column, other, where, rows }) => ({
      message: {
        zh: `${account} 由多人分成，但“${column}”各行不一致（${where} 为 ${other}${rows > 1 ? `；共 ${rows} 行与它不同` : ''}）`,
        en: `${account} is shared, but its rows show different “${column}” (${where} has ${other}${rows > 1 ? `; ${rows} rows differ from it` : ''})`,
      },
      hint: {
        zh: '分成的每一行都应填整户金额，而不是各人应得的部分',
        en: 'Every row of a shared account repeats the whole amount, not the part',
      },
    }),
  ),
  shareTwice: errorOf<{ account: string; where: string; rows: number }>(
    'share.manager-twice',
    ({ account, where, rows }) => ({
      message: {
        zh: `同一客户经理在 ${account} 上出现两次（另见 ${where}${rows > 1 ? `；多出的行共 ${rows} 行` : ''}）`,
        en: `One manager occurs twice on ${account} (also at ${where}${rows > 1 ? `; ${rows} rows are too many` : ''})`,
      },
      hint: { zh: '请合并为一行', en: 'Merge the rows into one' },
    }),
  ),
  unknownIndicator: errorOf<{
    known: readonly string[];
    more: boolean;
    suggestion: string | null;
    rows: number;
  }>('indicator.unknown', ({ known, more, suggestion, rows }) => ({
    message: {
      zh: `没有这个指标（共 ${rows} 行）：它既不是固定指标，也不在“其他指标”表中${perhaps(suggestion).zh}`,
      en: `There is no such indicator (${rows} row${rows === 1 ? '' : 's'}): it is none of the fixed ones, and metrics does not carry it${perhaps(suggestion).en}`,
    },
    hint: {
      zh: `请改正名称（已知：${known.join('、')}${more ? '等' : ''}），或在“其他指标”表中提供其实绩`,
      en: `Correct the name (known: ${known.join(', ')}${more ? ' and more' : ''}), or give its actual figures in metrics`,
    },
  })),
};
