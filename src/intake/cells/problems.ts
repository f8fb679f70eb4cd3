/** What can be wrong with a single cell. Every one of these keeps its row, and so its manager, out of the appraisal. */
import { errorOf, noteOf, warningOf } from '../../model/diagnostic.ts';
import type { Text } from '../../model/text.ts';
import { perhaps } from '../nearest.ts';
import type { NumberFault } from './numbers.ts';

interface InColumn {
  readonly column: string;
}

const numberFaults: Readonly<Record<NumberFault, Text>> = {
  'not-a-number': { zh: '不是数字', en: 'is not a number' },
  scientific: {
    zh: '是科学计数法，可能已丢失位数',
    en: 'is in scientific notation and may have lost digits',
  },
  'unit-in-cell': { zh: '带有单位', en: 'carries a unit' },
  percent: { zh: '是百分数', en: 'is a percentage' },
  date: { zh: '是日期', en: 'is a date' },
  'too-large': { zh: '整数部分超过 30 位', en: 'has more than 30 digits before the point' },
  'debit-or-credit': { zh: '带有借贷方向', en: 'says debit or credit' },
  separators: { zh: '的逗号位置不像千分位', en: 'has commas that separate no thousands' },
};

const numberRemedies: Readonly<Partial<Record<NumberFault, Text>>> = {
  'unit-in-cell': {
    zh: '请把单位写在表头，单元格中只填数字',
    en: 'State the unit in the header and leave only the number',
  },
  'debit-or-credit': {
    zh: '请导出不带借贷方向的数字；方向相反的余额（如存款透支）写成负数',
    en: 'Export numbers without it; a balance on the other side (an overdrawn deposit) is below 0',
  },
};

export const cellProblems = {
  blank: errorOf<InColumn & { isAmount?: boolean }>('cell.blank', ({ column, isAmount = false }) => ({
    message: { zh: `“${column}”不能为空`, en: `“${column}” must not be blank` },
    hint: isAmount
      ? { zh: '请补填；金额为零时请填 0', en: 'Fill it in; write 0 where the amount is zero' }
      : { zh: '请补填', en: 'Fill it in' },
  })),
  notANumber: errorOf<InColumn & { fault: NumberFault }>('cell.not-a-number', ({ column, fault }) => ({
    message: {
      zh: `“${column}”应为数字，但单元格内容${numberFaults[fault].zh}`,
      en: `“${column}” should be a number, but the cell ${numberFaults[fault].en}`,
    },
    hint: numberRemedies[fault] ?? { zh: '请改为数字，如 1234.56', en: 'Write a number such as 1234.56' },
  })),
  notDays: errorOf<InColumn>('cell.not-a-day-count', ({ column }) => ({
    message: {
      zh: `“${column}”应为不小于 0 的整数天数`,
      en: `“${column}” should be a whole number of days, 0 or more`,
    },
    hint: { zh: '请只填天数，如 31', en: 'Write the number of days only, such as 31' },
  })),
  notAYear: errorOf<InColumn>('cell.not-a-year', ({ column }) => ({
    message: { zh: `“${column}”应为四位年份`, en: `“${column}” should be a year of four digits` },
    hint: { zh: '请填如 2025', en: 'Write it as 2025' },
  })),
  notACount: errorOf<InColumn>('cell.not-a-count', ({ column }) => ({
    message: { zh: `“${column}”应为整数`, en: `“${column}” should be a whole number` },
    hint: {
      zh: '请只填整数，如 12；不知道时留空',
      en: 'Write a whole number such as 12; leave it blank where it is not known',
    },
  })),
  notAQuarter: errorOf<InColumn>('cell.not-a-quarter', ({ column }) => ({
    message: { zh: `“${column}”应为季度`, en: `“${column}” should be a quarter` },
    hint: { zh: '请写成 2026Q3', en: 'Write it as 2026Q3' },
  })),
  notADate: errorOf<InColumn>('cell.not-a-date', ({ column }) => ({
    message: {
      zh: `“${column}”应为日期，但无法识别，或日历上没有这一天`,
      en: `“${column}” should be a date, but this is none, or the calendar has no such day`,
    },
    hint: { zh: '请写成 2026-09-30', en: 'Write it as 2026-09-30' },
  })),
  notAShare: errorOf<InColumn>('cell.not-a-share', ({ column }) => ({
    message: {
      zh: `“${column}”应为 0 到 100% 之间的比例`,
      en: `“${column}” should be a share between 0 and 100 %`,
    },
    hint: { zh: '请写成 60%、0.6 或 60', en: 'Write it as 60%, 0.6 or 60' },
  })),
  notPositive: errorOf<InColumn>('cell.not-positive', ({ column }) => ({
    message: { zh: `“${column}”必须大于 0`, en: `“${column}” must be greater than 0` },
    hint: { zh: '请核对该数字', en: 'Check the number' },
  })),
  percentMixed: errorOf<InColumn & { row: number; value: string }>(
    'cell.percent-mixed',
    ({ column, row, value }) => ({
      message: {
        zh: `“${column}”有的带 %、有的不带（第 ${row} 行是“${value}”），不清楚相互的轻重`,
        en: `“${column}” is written with % in some rows and without in others (row ${row}: “${value}”), so that it is not clear what weighs more`,
      },
      hint: {
        zh: '请整列用同一种写法：都写成 30%，或都写成数字',
        en: 'Write the whole column in one way: all as 30%, or all as plain numbers',
      },
    }),
  ),
  negative: errorOf<InColumn>('cell.negative', ({ column }) => ({
    message: { zh: `“${column}”不能小于 0`, en: `“${column}” must not be less than 0` },
    hint: {
      zh: '请核对；没有下达任务的填 0，任务是压降的，以压降额为指标，写成正数',
      en: 'Check it; write 0 where no task is set, and of a task to reduce something the amount of the reduction, above 0',
    },
  })),
  unknownWord: errorOf<
    InColumn & { known: readonly string[]; suggestion: string | null; count: number; line: string }
  >('cell.unknown-word', ({ column, known, suggestion, count, line }) => ({
    message: {
      zh: `“${column}”中没有这一项（共 ${count} 行）${perhaps(suggestion).zh}`,
      en: `“${column}” has no such entry (${count} row${count === 1 ? '' : 's'})${perhaps(suggestion).en}`,
    },
    hint: {
      zh: `可填：${known.join('、')}；若是本行自己的说法，在银行对照表中写“${line}”`,
      en: `It may be: ${known.join(', ')}; a word of the bank's own is explained in the bank profile: “${line}”`,
    },
  })),
  unknownGrade: noteOf<
    InColumn & { known: readonly string[]; suggestion: string | null; count: number; line: string }
  >('cell.unknown-grade', ({ suggestion, count, line }) => ({
    message: {
      zh: `制度不认识这个等级（共 ${count} 行），照原样使用${perhaps(suggestion).zh}`,
      en: `The policy does not know this grade (${count} row${count === 1 ? '' : 's'}); it is kept as it is${perhaps(suggestion).en}`,
    },
    hint: {
      zh: `制度自己不设等级，可不处理；若就是制度所说的某个等级，在银行对照表中写“${line}”`,
      en: `The policy has no grades of its own, so nothing need be done; if it is one that the policy speaks of, say so in the bank profile: “${line}”`,
    },
  })),
  unknownCurrency: errorOf<{ suggestion: string | null; count: number; line: string }>(
    'cell.unknown-currency',
    ({ suggestion, count, line }) => ({
      message: {
        zh: `不认识的币种（共 ${count} 行）${perhaps(suggestion).zh}`,
        en: `This is no known currency (${count} row${count === 1 ? '' : 's'})${perhaps(suggestion).en}`,
      },
      hint: {
        zh: `请写币种名称或代码，如 人民币、USD、014-美元；若是本行自己的代码，在银行对照表中写“${line}”（换成它的币种）`,
        en: `Write its name or code, such as CNY, USD, 014-美元; a code of the bank's own is explained in the bank profile: “${line}” (with the currency that it is)`,
      },
    }),
  ),
  excelError: errorOf<{ cell: string }>('cell.excel-error', ({ cell }) => ({
    message: { zh: `单元格 ${cell} 是 Excel 错误值`, en: `Cell ${cell} holds an Excel error` },
    hint: { zh: '请改正公式，或粘贴为数值', en: 'Correct the formula, or paste the value' },
  })),
  noCachedValue: errorOf<{ cell: string }>('cell.no-cached-value', ({ cell }) => ({
    message: {
      zh: `单元格 ${cell} 是公式，但文件中没有存下计算结果`,
      en: `Cell ${cell} holds a formula whose result was not saved in the file`,
    },
    hint: {
      zh: '请用 Excel 或 WPS 打开并保存一次，或粘贴为数值',
      en: 'Open and save the file once in Excel or WPS, or paste the values',
    },
  })),
  halfCharacter: errorOf<InColumn>('cell.half-character', ({ column }) => ({
    message: {
      zh: `“${column}”的内容末尾只有半个汉字：导出时被截断，或不是 GBK 编码`,
      en: `“${column}” ends in half a character: it was cut when it was exported, or is not in GBK`,
    },
    hint: {
      zh: '请加大导出的列宽，或以 UTF-8 编码重新导出',
      en: 'Export it again with a wider column, or as UTF-8',
    },
  })),
  lostCharacter: errorOf<InColumn>('cell.lost-character', ({ column }) => ({
    message: {
      zh: `“${column}”中有“?”或“�”：导出时丢失了生僻字，原来的内容已不可知`,
      en: `“${column}” holds “?” or “�”: the export lost a character, and what it was is not known any more`,
    },
    hint: {
      zh: '请以 GB18030 或 UTF-8 编码（或 .xlsx）重新导出，或在文件中改为正确的字',
      en: 'Export it again as GB18030, UTF-8 or .xlsx, or put the right character into the file',
    },
  })),
  merged: errorOf<InColumn & { cell: string }>('cell.merged', ({ column, cell }) => ({
    message: {
      zh: `“${column}”的单元格 ${cell} 与上下行合并，其他行没有自己的内容`,
      en: `Cell ${cell} of “${column}” is merged across rows, so that the other rows have no value of their own`,
    },
    hint: { zh: '请取消合并，并逐行填写', en: 'Unmerge it and fill in every row' },
  })),
  idScientific: errorOf<InColumn>('id.scientific', ({ column }) => ({
    message: {
      zh: `“${column}”被 Excel 变成了科学计数法，原号码已丢失`,
      en: `“${column}” was turned into scientific notation by Excel; the number itself is lost`,
    },
    hint: {
      zh: '请重新导出，并将该列设为文本格式',
      en: 'Export it again with this column as text',
    },
  })),
  idDigitsLost: errorOf<InColumn>('id.digits-lost', ({ column }) => ({
    message: {
      zh: `“${column}”以数字或日期存放，Excel 只保留 15 位，原号码可能已变`,
      en: `“${column}” is kept as a number or a date, of which Excel keeps 15 digits: the id may have changed`,
    },
    hint: {
      zh: '请重新导出，并将该列设为文本格式',
      en: 'Export it again with this column as text',
    },
  })),
  notAnId: errorOf<InColumn>('id.not-an-id', ({ column }) => ({
    message: { zh: `“${column}”不是号码`, en: `“${column}” is no id` },
    hint: { zh: '请填写号码（文本格式）', en: 'Write the id, as text' },
  })),
  otherCurrency: errorOf<{ symbol: string; currency: string }>(
    'amount.other-currency',
    ({ symbol, currency }) => ({
      message: {
        zh: `金额带有“${symbol}”，但该行币种是 ${currency}`,
        en: `The amount carries “${symbol}”, but the currency of the row is ${currency}`,
      },
      hint: { zh: '请核对币种与金额', en: 'Check the currency and the amount' },
    }),
  ),
  blankAmounts: warningOf<{ column: string; count: number; rows: readonly number[] }>(
    'amount.blank',
    ({ column, count, rows }) => ({
      message: {
        zh: `“${column}”有 ${count} 个空白，按 0 处理：第 ${rows.join('、')} 行${count > rows.length ? '等' : ''}`,
        en: `“${column}” is blank ${count === 1 ? 'once' : `${count} times`}, taken as 0: row${count === 1 ? '' : 's'} ${rows.join(', ')}${count > rows.length ? ' and more' : ''}`,
      },
      hint: { zh: '请确认这些确实为零；最好填 0', en: 'Make sure that they are zero; better write 0' },
    }),
  ),
};

export const unitProblems = {
  disagree: errorOf<{ units: readonly string[] }>('unit.disagree', ({ units }) => ({
    message: {
      zh: `单位相互矛盾：${units.join(' 与 ')}`,
      en: `The units contradict one another: ${units.join(' and ')}`,
    },
    hint: {
      zh: '请只保留正确的单位（万元与元相差一万倍）',
      en: 'Keep the right one only (万元 and 元 differ by a factor of 10,000)',
    },
  })),
  notMoney: errorOf<{ column: string }>('unit.not-money', ({ column }) => ({
    message: {
      zh: `“${column}”是金额，但单位不是货币单位`,
      en: `“${column}” is an amount, but its unit is no unit of money`,
    },
    hint: { zh: '请改正表头中的单位，如 (万元)', en: 'Correct the unit in the header, such as (万元)' },
  })),
  unknown: errorOf<object>('unit.unknown', () => ({
    message: { zh: '不认识的单位', en: 'This is no known unit' },
    hint: {
      zh: '请写元、千元、万元、百万元、亿元、万美元等，或户、笔、% 等',
      en: 'Write 元, 千元, 万元, 百万元, 亿元, 万美元 and the like, or 户, 笔, %',
    },
  })),
  currencyDiffers: errorOf<{ column: string; unit: string; currency: string }>(
    'unit.currency-differs',
    ({ column, unit, currency }) => ({
      message: {
        zh: `“${column}”的单位是${unit}，但该行币种是 ${currency}`,
        en: `The unit of “${column}” is ${unit}, but the currency of the row is ${currency}`,
      },
      hint: {
        zh: '请改正币种；若各行币种不同，表头只写倍数，如 (万元)',
        en: 'Correct the currency; where rows differ, the header states the scale only, such as (万元)',
      },
    }),
  ),
  currencyUnclear: errorOf<{ unit: string; expected: string }>(
    'unit.currency-unclear',
    ({ unit, expected }) => ({
      message: {
        zh: `单位写的是${unit}，而本表金额默认为 ${expected}：不清楚是哪一种货币`,
        en: `The unit says ${unit}, but amounts of this table are in ${expected} by default: it is not clear which is meant`,
      },
      hint: {
        zh: '请逐行填写“币种”，或在表头写明货币，如 (万美元)、(人民币万元)',
        en: 'State the currency in every row (币种), or in the header, such as (万美元) or (人民币万元)',
      },
    }),
  ),
  wrongForIndicator: errorOf<{ indicator: Text; unit: string; expected: Text }>(
    'unit.wrong-for-indicator',
    ({ indicator, unit, expected }) => ({
      message: {
        zh: `指标“${indicator.zh}”以${expected.zh}计，但单位是${unit}`,
        en: `The indicator “${indicator.en}” is in ${expected.en}, but the unit is ${unit}`,
      },
      hint: {
        zh: '请在“单位”列逐行写明正确的单位（如 万元、万美元）；没有这一列的请加入',
        en: 'State the right unit row by row in the column 单位 (such as 万元, 万美元); add it where there is none',
      },
    }),
  ),
  titleUnclear: warningOf<object>('unit.title-unclear', () => ({
    message: {
      zh: '标题提到较大的金额单位，但没有写成“单位:万元”；金额按元读取',
      en: 'A title mentions a larger unit of money without stating “单位:万元”; amounts were read in yuan',
    },
    hint: {
      zh: '若金额不是元，请在表头写明单位，如 (万元)',
      en: 'If the amounts are not in yuan, state the unit in the header, such as (万元)',
    },
  })),
};

export const rateProblems = {
  none: errorOf<{ currency: string; count: number; rows: readonly number[] }>(
    'currency.no-rate',
    ({ currency, count, rows }) => ({
      message: {
        zh: `没有 ${currency} 的汇率，${count} 行无法折算：第 ${rows.join('、')} 行${count > rows.length ? '等' : ''}`,
        en: `There is no exchange rate for ${currency}, needed ${count === 1 ? 'once' : `${count} times`}: row${count === 1 ? '' : 's'} ${rows.join(', ')}${count > rows.length ? ' and more' : ''}`,
      },
      hint: {
        zh: `请在汇率表（汇率或 fx）中加入 ${currency}`,
        en: `Add ${currency} to the table of exchange rates (fx or 汇率)`,
      },
    }),
  ),
  noDollar: errorOf<object>('fx.no-usd', () => ({
    message: {
      zh: '有国际结算数据，但没有美元汇率：结算额须折算为美元',
      en: 'There are settlement rows but no USD rate: settlement is measured in US dollars',
    },
    hint: { zh: '请在汇率表中加入 USD', en: 'Add USD to the table of exchange rates' },
  })),
  notYuan: errorOf<object>('fx.cny-not-one', () => ({
    message: { zh: '人民币的汇率必须是 1', en: 'The rate of CNY must be 1' },
    hint: { zh: '请删除该行，或改为 1', en: 'Remove the row, or write 1' },
  })),
  notExact: errorOf<object>('fx.not-exact', () => ({
    message: {
      zh: '汇率除以单位得不到有限小数',
      en: 'The rate divided by its unit is no finite decimal',
    },
    hint: { zh: '单位请用 1、100 等 10 的幂', en: 'Quote the rate per 1, 100 or another power of ten' },
  })),
};
