/** What a column's cells may hold: nearly always right, and as awkward as exports are. */
import type { AnyColumn } from '../../src/model/table.ts';
import { defaultWords } from '../../src/policy/file.ts';
import type { Chance } from './chance.ts';

const year = 2026;

/** Numbers that do not divide, halves of a cent, none, next to none, and very much. */
function number({ oneOf, between, often }: Chance): string {
  const digits = oneOf([
    () => String(between(0, 99)),
    () => `${between(0, 99_999_999)}.${String(between(0, 99)).padStart(2, '0')}`,
    () => `${between(1, 9)}${String(between(0, 999_999_999)).padStart(9, '0')}`,
    () => `${between(0, 999)}.${between(0, 9)}${between(0, 9)}5`,
    () => `0.00${between(0, 9)}`,
    () => `${between(1, 999)},${String(between(0, 999)).padStart(3, '0')},000.00`,
    () => '0',
    () => `${between(1, 9)}${'0'.repeat(between(9, 18))}.01`,
  ])();
  return often(0.06) ? `-${digits.replaceAll(',', '')}` : digits;
}

const two = (value: number): string => String(value).padStart(2, '0');

const date = ({ between, oneOf }: Chance): string => {
  const [y, m, d] = [between(year - 12, year), two(between(1, 12)), two(between(1, 28))];
  return oneOf([
    `${y}-${m}-${d}`,
    `${y}/${Number(m)}/${Number(d)}`,
    `${y}${m}${d}`,
    `${y}年${Number(m)}月${Number(d)}日`,
  ]);
};

const words = [
  '公司',
  '甲',
  '乙 丙',
  'constructor',
  '__proto__',
  '=1+1',
  'a\u0001b',
  '𠮷',
  '无',
  '协议存款',
  '银行承兑汇票',
  '本科',
  "O'Brien",
  'x,y',
  '"q"',
];

/** A cell of a column; what ties rows and tables together is up to the table. */
export function cellOf(column: AnyColumn, chance: Chance): string {
  const { oneOf, between, often } = chance;
  switch (column.kind) {
    case 'amount':
      return column.mayBeBlank && often(0.05) ? oneOf(['', '-', '无']) : number(chance);
    case 'figure':
      return column.points ? String(between(0, 100)) : number(chance);
    case 'decimal':
      return column.default === null ? `${between(0, 20)}.${between(1, 999_999)}` : oneOf(['1', '100']);
    case 'days':
      return oneOf(['0', '0', '', '1', '30', '90', '91', '100000']);
    case 'count':
      return oneOf(['', '0', String(between(0, 300))]);
    case 'year':
      return String(between(year - 3, year));
    case 'quarter':
      return oneOf(['', `${year}Q${between(1, 4)}`]);
    case 'date':
      return !column.required && often(0.3) ? '' : date(chance);
    case 'share':
      return oneOf(['', '100%', '1', '100']);
    case 'currency':
      return column.required ? 'CNY' : oneOf(['', 'CNY', '人民币', 'USD', '014-美元', 'JPY', 'HKD']);
    case 'choice': {
      const words = column.choices.flatMap(({ id, text, also = [] }) => [id, text.zh, ...also]);
      return !column.required && often(0.2) ? '' : oneOf(words.length > 0 ? words : ['某指标']);
    }
    case 'declared': {
      const declared = defaultWords()[column.words].flatMap(({ id, text, also = [] }) => [
        id,
        text.zh,
        ...also,
      ]);
      return !column.required && often(0.2) ? '' : oneOf(declared);
    }
    case 'id':
      return column.mayBeBlank && often(0.2) ? '' : `${oneOf(['A', '0', '8001', 'C-'])}${between(1, 40)}`;
    case 'text':
      return !column.required && often(0.3) ? '' : oneOf(words);
  }
}
