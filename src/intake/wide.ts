/**
 * Tables of targets or actual figures laid out wide: a row for each manager, and for each indicator a column of the
 * quarter and one of the year. Which of them a column is may stand in its header (存款日均季度计划) or in two rows of
 * headers, either above the other.
 */
import type { TableOfFiles } from '../model/table.ts';
import { tables } from '../model/tables/index.ts';
import { namesQuarter } from './period-words.ts';

/** What a column of a wide table holds. */
export interface WideColumn {
  /** The figure's column in the table. */
  readonly column: string;
  /** As the file names it. */
  readonly indicator: string;
}

/** A part of a header, without its unit. */
interface Words {
  readonly text: string;
  /** The column of the table that these words alone are. */
  readonly column: string | null;
}

interface Layout {
  readonly quarter: string;
  readonly year: string;
  /** How its figures are called. */
  readonly figure: string;
}
const layouts: Readonly<Record<string, Layout>> = {
  [tables.targets.id]: { quarter: 'quarter_target', year: 'year_target', figure: '计划|任务|目标|指标' },
  [tables.metrics.id]: {
    quarter: 'quarter_actual',
    year: 'year_actual',
    figure: '实绩|完成|实际|实现',
  },
};

const quarterWord = '本季度?|当季度?|季度?';
const yearWord = '本年度?|当年|全年|年度?|本年累计|全年累计';
const ending = '(?:数|值|额|量|情况)?';
/** Groups of columns, derived figures, and what the other table has. */
const noIndicator =
  /率|占比|得分|分值|权重|进度|差额|缺口|排名|增幅|计划|任务|目标|指标|完成|实绩|实际|^(?:考核|业务|绩效|主要|经营|个人|营销|下达|核定|分解|调整后|累计|合计|序号|备注)$/;

/** Reads the parts of a header from the top as a column of a wide table; null: the table has no such layout. */
export function wideReader({ id }: TableOfFiles): ((parts: readonly Words[]) => WideColumn | null) | null {
  const layout = layouts[id];
  if (layout === undefined) return null;
  const { quarter, year, figure } = layout;
  const basisAlone = new RegExp(`^(?:(${quarterWord})|(?:${yearWord}))(?:${figure})?${ending}$`);
  const inOne = [
    `^(?:(?<quarter>${quarterWord})|(?:${yearWord}))(?<indicator>.+?)(?:${figure})${ending}$`,
    `^(?<indicator>.+?)[-_]?(?:(?<quarter>${quarterWord})|(?:${yearWord}))(?:${figure})${ending}$`,
    `^(?<indicator>.+?)(?:${figure})${ending}[-_(]?(?:(?<quarter>${quarterWord})|(?:${yearWord}))\\)?$`,
  ].map((pattern) => new RegExp(pattern));

  const basisOf = ({ text, column }: Words): string | null => {
    if (column === quarter || column === year) return column;
    const found = basisAlone.exec(text);
    return found === null ? null : found[1] === undefined ? year : quarter;
  };
  const isIndicator = ({ text, column }: Words): boolean =>
    column === null && /\p{L}.*\p{L}/u.test(text) && !noIndicator.test(text) && !basisAlone.test(text);

  return (parts) => {
    const last = parts.at(-1);
    const above = parts.at(-2);
    // In the words of its period it names no quarter; one that does is of another.
    if (last === undefined || parts.some(({ text }) => namesQuarter(text))) return null;
    if (above !== undefined) {
      const [basis, indicator] = basisOf(last) === null ? [above, last] : [last, above];
      const column = basisOf(basis);
      return column !== null && isIndicator(indicator) ? { column, indicator: indicator.text } : null;
    }
    if (basisOf(last) !== null) return null;
    for (const pattern of inOne) {
      const found = pattern.exec(last.text)?.groups;
      const indicator = found?.indicator ?? '';
      if (isIndicator({ text: indicator, column: null }))
        return { column: found?.quarter === undefined ? year : quarter, indicator };
    }
    return null;
  };
}
