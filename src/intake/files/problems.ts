/** What can be wrong with a file before its rows are looked at. */
import { type Diagnostic, errorOf, type Location, noteOf } from '../../model/diagnostic.ts';
import type { Text } from '../../model/text.ts';
import { FileFault } from './fault.ts';
import type { Limit, Limits } from './limits.ts';

const saveAgain = {
  zh: '请用 Excel 或 WPS 打开该文件，另存为 .xlsx 后重试',
  en: 'Open the file in Excel or WPS, save it again as .xlsx, and retry',
};

const exceeded: Readonly<Record<Limit, Text>> = {
  'unpacked-mb': { zh: '解压后的 MB 数', en: 'MB when unpacked' },
  'xls-mb': { zh: '（旧格式或网页）文件的 MB 数', en: 'MB in a workbook of the old format or a web page' },
  entries: { zh: '工作簿内的部件数', en: 'parts in the workbook' },
  cells: { zh: '单元格数', en: 'cells' },
  'texts-million': { zh: '共享文本的百万字符数', en: 'million characters of shared text' },
  'cell-kb': { zh: '单个单元格或一行的千字符数', en: 'thousand characters in one cell or line' },
};

export const fileProblems = {
  oldFormat: errorOf<{ extension: string }>('file.old-format', ({ extension }) => ({
    message: {
      zh: `不读取 ${extension} 格式的表格文件`,
      en: `Spreadsheets of the format ${extension} are not read`,
    },
    hint: saveAgain,
  })),
  encrypted: errorOf<object>('file.encrypted', () => ({
    message: {
      zh: '工作簿设有打开密码，无法读取',
      en: 'The workbook is protected by a password and cannot be read',
    },
    hint: { zh: '请取消密码，另存为 .xlsx 后重试', en: 'Remove the password, save it as .xlsx and retry' },
  })),
  notAWorkbook: errorOf<{ extension: string }>('file.not-a-workbook', ({ extension }) => ({
    message: {
      zh: `文件名为 ${extension}，但内容既不是工作簿也不是文本表格`,
      en: `The file is named ${extension}, but it holds neither a workbook nor a table as text`,
    },
    hint: saveAgain,
  })),
  damaged: errorOf<object>('file.damaged', () => ({
    message: { zh: '工作簿已损坏或不完整', en: 'The workbook is damaged or incomplete' },
    hint: {
      zh: '请重新导出或重新复制该文件；若 Excel 能打开，另存为 .xlsx 后重试',
      en: 'Export or copy the file again; if Excel can open it, save it again as .xlsx and retry',
    },
  })),
  link: noteOf<object>('file.link', () => ({
    message: { zh: '是一个链接，读取的是它所指的文件', en: 'This is a link; the file it leads to was read' },
    hint: {
      zh: '请确认它所指的就是本期的文件；存档时请连同该文件一起保存',
      en: "Make sure that it leads to this period's file; keep that file with the package",
    },
  })),
  changed: errorOf<object>('file.changed', () => ({
    message: {
      zh: '文件在读取过程中被改动，与开始时的内容不一致',
      en: 'The file was changed while it was being read: it is not the one that was found at the start',
    },
    hint: {
      zh: '请等文件保存或复制完毕、关闭打开它的程序，然后重新运行',
      en: 'Wait until it is saved or copied, close the program that has it open, and run again',
    },
  })),
  costly: errorOf<object>('file.too-costly', () => ({
    message: {
      zh: '读取中止：所需的时间或内存远超这样大小的工作簿，文件很可能已损坏',
      en: 'Reading was given up: it took far more time or memory than a workbook of this size needs, which is probably damaged',
    },
    hint: saveAgain,
  })),
  tooLarge: errorOf<{ limit: Limit; allowed: number }>('file.too-large', ({ limit, allowed }) => ({
    message: {
      zh: `文件超过上限：${exceeded[limit].zh}多于 ${allowed}`,
      en: `The file is past a limit: more than ${allowed} ${exceeded[limit].en}`,
    },
    hint: {
      zh: `请删除多余的工作表、图片和空白格式，或改为导出 .csv；确需读取时，在 package.yaml 中写“limits: { ${limit}: … }”`,
      en: `Remove unneeded sheets, pictures and empty formatting, or export it as .csv; where it must be read as it is, write “limits: { ${limit}: … }” in package.yaml`,
    },
  })),
  encoding: errorOf<object>('csv.encoding', () => ({
    message: {
      zh: '文本既不是 UTF-8 也不是 GBK/GB18030 编码',
      en: 'The text is neither UTF-8 nor GBK/GB18030',
    },
    hint: { zh: '请以 UTF-8 编码重新导出该文件', en: 'Export the file again as UTF-8' },
  })),
  text: errorOf<object>('text.encoding', () => ({
    message: {
      zh: '该文件的编码既不是 UTF-8，也不是 GBK 或带标记的 UTF-16',
      en: 'The file is neither UTF-8 nor GBK nor UTF-16 with its mark',
    },
    hint: {
      zh: '请用记事本打开该文件，另存为 UTF-8（“另存为”窗口下方的“编码”）',
      en: 'Open it in Notepad and save it as UTF-8 (“Encoding”, below in “Save as”)',
    },
  })),
  tooLong: errorOf<{ megabytes: number }>('text.too-long', ({ megabytes }) => ({
    message: {
      zh: `该文件大于 ${megabytes} MB：没有人手写这么多，很可能不是要用的文件`,
      en: `The file is larger than ${megabytes} MB: nobody writes as much by hand, it is probably another one`,
    },
    hint: { zh: '请检查文件名和文件内容', en: 'Check its name and what it holds' },
  })),
  brokenCsv: errorOf<{ fields: number | null }>('csv.malformed', ({ fields }) => ({
    message:
      fields === null
        ? {
            zh: '这一行有一个双引号没有配对，分不清各列从哪里到哪里',
            en: 'A double quote of this line has no partner: it does not say where its fields end',
          }
        : {
            zh: `这一行的双引号位置不对，分出来是 ${fields} 列，与表中其他行不同`,
            en: `Double quotes stand where they should not: the line comes out as ${fields} fields, unlike the others`,
          },
    hint: {
      zh: '请改正该行（内容中的双引号应写成两个，整个内容再用双引号括起来），或从 Excel 重新另存为 CSV',
      en: 'Correct the line (a double quote inside a field is written twice, and the field put into quotes), or save the CSV again from Excel',
    },
  })),
  oddQuotes: noteOf<{ count: number; rows: readonly number[] }>('csv.odd-quotes', ({ count, rows }) => ({
    message: {
      zh: `${count} 行的双引号未按 CSV 的规定书写，按列数读出：第 ${rows.join('、')} 行${count > rows.length ? '等' : ''}`,
      en: `double quotes stand where CSV has none; read by the number of fields: row${count === 1 ? '' : 's'} ${rows.join(', ')}${count > rows.length ? ' and more' : ''}`,
    },
    hint: {
      zh: '无需处理；可核对这些行的内容',
      en: 'Nothing to do; you may look at these rows',
    },
  })),
  hidden: noteOf<{ sheet: boolean; rows: number; columns: number }>(
    'sheet.hidden',
    ({ sheet, rows, columns }) => {
      const zh = [
        sheet ? '工作表本身' : '',
        rows > 0 ? `${rows} 行` : '',
        columns > 0 ? `${columns} 列` : '',
      ];
      const en = [
        sheet ? 'the sheet itself' : '',
        rows > 0 ? `${rows} rows` : '',
        columns > 0 ? `${columns} columns` : '',
      ];
      return {
        message: {
          zh: `隐藏的内容也已读取：${zh.filter(Boolean).join('、')}`,
          en: `Hidden content was read as well: ${en.filter(Boolean).join(', ')}`,
        },
        hint: {
          zh: '若隐藏部分不应计入，请将其删除',
          en: 'Delete the hidden part if it should not count',
        },
      };
    },
  ),
};

/** The problem that a fault is; anything else that was thrown is the tool's own and goes on. */
export function faultProblem(error: unknown, at: Location & { file: string }, limits: Limits): Diagnostic {
  if (!(error instanceof FileFault)) throw error;
  const { fault, limit } = error;
  if (limit !== null) return fileProblems.tooLarge(at, { limit, allowed: limits[limit] });
  if (fault === 'encrypted') return fileProblems.encrypted(at, {});
  if (fault === 'costly') return fileProblems.costly(at, {});
  if (fault === 'changed') return fileProblems.changed(at, {});
  if (fault === 'damaged' || fault === 'too-large') return fileProblems.damaged(at, {});
  return fileProblems.notAWorkbook(at, { extension: /\.[^.]+$/.exec(at.file)?.[0] ?? '' });
}
