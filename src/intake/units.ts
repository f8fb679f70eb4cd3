/** Units of measure as headers, title lines and cells state them: 万元, (万美元), 单位:亿元, %, 户. */
import { currencyOfName } from './currency.ts';
import { nameKey } from './words.ts';

export interface Unit {
  /** As stated: 万元. */
  readonly text: string;
  readonly kind: 'money' | 'percent' | 'count';
  /** The power of ten. */
  readonly exponent: number;
  /** A currency stated outright (万美元, 人民币万元); null for a plain 元, which leaves the currency to the row or the table. */
  readonly currency: string | null;
  /** One scale for several currencies, as titles state it (万元、万美元). */
  readonly mixed?: true;
}

const scales: readonly (readonly [word: string, exponent: number])[] = [
  ['十亿', 9],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
];
const plainYuan = new Set(['', '元', '圆', '块', 'yuan']);
const counts = new Set([...'户笔个人天次项张家分件宗份']);

/** The unit that a text states and nothing else: `万元`, `人民币万元`, `单位:万美元`. Null: it is no unit. */
export function unitOf(text: string): Unit | null {
  const words = nameKey(text).replace(/^(?:金额|货币|计量)?单位[:为]?/, '');
  if (words === '' || words === '人民币') return null;
  if (words === '%' || words === '百分比')
    return { text: words, kind: 'percent', exponent: 0, currency: null };
  const inYuan = words.startsWith('人民币') || words.endsWith('人民币');
  const rest = inYuan ? words.replace('人民币', '').replace(/^[:,]/, '') : words;
  const scale = scales.find(([word]) => rest.startsWith(word));
  const base = scale === undefined ? rest : rest.slice(scale[0].length);
  const exponent = scale?.[1] ?? 0;
  if (plainYuan.has(base)) return { text: words, kind: 'money', exponent, currency: inYuan ? 'CNY' : null };
  if (counts.has(base)) return { text: words, kind: 'count', exponent, currency: null };
  const currency = currencyOfName(base);
  if (currency === null || /^\d/.test(base) || (inYuan && currency !== 'CNY')) return null;
  return { text: words, kind: 'money', exponent, currency };
}

const bracket = /[([【〔〈<]([^()[\]【】〔〕〈〉<>]*)[)\]】〕〉>]/g;

/** A header without its bracketed units, and those units. */
export function splitUnit(header: string): { readonly name: string; readonly units: readonly Unit[] } {
  const units: Unit[] = [];
  const name = header.normalize('NFKC').replace(bracket, (whole, inside: string) => {
    const unit = unitOf(inside);
    if (unit === null) return whole;
    units.push(unit);
    return '';
  });
  return { name: name.trim(), units };
}

/** The money units that a title line states: `单位:万元`, `(金额单位：人民币万元)`, or nothing but `万元`. */
export function titleUnits(title: string): Unit[] {
  const words = title.normalize('NFKC').trim();
  const stated = [
    words.replace(/^\(|\)$/g, ''),
    ...Array.from(words.matchAll(/单位\s*[:为]?\s*([^\s;()]+)/g), (match) => match[1] ?? ''),
    ...Array.from(words.matchAll(bracket), (match) => match[1] ?? ''),
  ];
  const units = stated
    .flatMap((text) => text.split(/[、,和及]/))
    .map(unitOf)
    .filter((unit): unit is Unit => unit?.kind === 'money');
  return units.filter((unit, index) => units.findIndex((other) => sameUnit(other, unit)) === index);
}

/** The title speaks of 万元 without saying that it is the unit (`存款1000万元以上客户`). */
export const mentionsLargeUnit = (title: string): boolean =>
  /[百千万亿]\s*(?:美元|元)/.test(title.normalize('NFKC'));

/** What figures in this unit are kept in: money, scaled to whole units, in its currency; anything else in what is counted. */
export const keptIn = ({ kind, currency, text }: Unit): string =>
  kind === 'money' ? (currency ?? 'CNY') : text;

export const sameUnit = (a: Unit, b: Unit): boolean =>
  a.kind === b.kind && a.exponent === b.exponent && a.currency === b.currency;
