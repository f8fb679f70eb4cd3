/** What can be wrong with a file before its rows are looked at. */
import { defineProblem } from '../../model/diagnostic.ts';

const saveAgain = {
  zh: '请用 Excel 或 WPS 打开该文件，另存为 .xlsx 后重试',
  en: 'Open the file in Excel or WPS, save it again as .xlsx, and retry',
};

export const fileProblems = {
  oldFormat: defineProblem<{ extension: string }>('file.old-format', 'error', ({ extension }) => ({
    message: {
      zh: `不读取 ${extension} 格式的表格文件`,
      en: `Spreadsheets of the format ${extension} are not read`,
    },
    hint: saveAgain,
  })),
  encrypted: defineProblem<object>('file.encrypted', 'error', () => ({
    message: {
      zh: '工作簿设有打开密码，无法读取',
      en: 'The workbook is protected by a password and cannot be read',
    },
    hint: { zh: '请取消密码，另存为 .xlsx 后重试', en: 'Remove the password, save it as .xlsx and retry' },
  })),
  notAWorkbook: defineProblem<{ looksLike: 'html' | 'text' | 'xls' | 'unknown' }>(
    'file.not-a-workbook',
    'error',
    ({ looksLike }) => {
      const what = {
        html: { zh: '内容是网页（HTML）', en: 'it holds a web page (HTML)' },
        text: { zh: '内容是文本', en: 'it holds text' },
        xls: { zh: '内容是旧的 .xls 格式', en: 'it holds the old .xls format' },
        unknown: { zh: '内容不是工作簿', en: 'it holds no workbook' },
      }[looksLike];
      return {
        message: {
          zh: `文件名为 .xlsx，但${what.zh}`,
          en: `The file is named .xlsx, but ${what.en}`,
        },
        hint: saveAgain,
      };
    },
  ),
  damaged: defineProblem<object>('file.damaged', 'error', () => ({
    message: { zh: '工作簿已损坏或不完整', en: 'The workbook is damaged or incomplete' },
    hint: {
      zh: '请重新导出或重新复制该文件；若 Excel 能打开，另存为 .xlsx 后重试',
      en: 'Export or copy the file again; if Excel can open it, save it again as .xlsx and retry',
    },
  })),
  tooLarge: defineProblem<{ limit: string }>('file.too-large', 'error', ({ limit }) => ({
    message: {
      zh: `工作簿解压后超过上限（${limit}）`,
      en: `The workbook unpacks past the limit (${limit})`,
    },
    hint: {
      zh: '请删除多余的工作表、图片和空白格式，或改为导出 .csv',
      en: 'Remove unneeded sheets, pictures and empty formatting, or export it as .csv',
    },
  })),
  encoding: defineProblem<object>('csv.encoding', 'error', () => ({
    message: {
      zh: '文本既不是 UTF-8 也不是 GBK/GB18030 编码',
      en: 'The text is neither UTF-8 nor GBK/GB18030',
    },
    hint: { zh: '请以 UTF-8 编码重新导出该文件', en: 'Export the file again as UTF-8' },
  })),
  brokenCsv: defineProblem<{ why: 'quote-inside' | 'after-quote' | 'not-closed' | 'too-long' | 'other' }>(
    'csv.malformed',
    'error',
    ({ why }) => {
      const what = {
        'quote-inside': {
          zh: '双引号出现在未加引号的内容中间',
          en: 'a double quote stands inside an unquoted field',
        },
        'after-quote': { zh: '结束引号之后还有内容', en: 'text follows a closing quote' },
        'not-closed': { zh: '引号没有结束', en: 'a quote is not closed' },
        'too-long': { zh: '一行过长', en: 'a record is too long' },
        other: { zh: '该行无法解析', en: 'the record cannot be parsed' },
      }[why];
      return {
        message: {
          zh: `CSV 格式有误：${what.zh}；其后各行均未读取`,
          en: `The CSV is malformed: ${what.en}; nothing after it was read`,
        },
        hint: {
          zh: '请改正该行（内容中的双引号应写成两个），或从 Excel 重新另存为 CSV',
          en: 'Correct the line (a double quote inside a field is written twice), or save the CSV again from Excel',
        },
      };
    },
  ),
  hidden: defineProblem<{ sheet: boolean; rows: number; columns: number }>(
    'sheet.hidden',
    'note',
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
