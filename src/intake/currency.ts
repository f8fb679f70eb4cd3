/** The currencies a bank's exports name, in all the ways they name them. */
import type { Currency } from '../model/money.ts';
import { nameKey } from './words.ts';

/**
 * ISO code, the People's Bank code that core systems put before the name (`014-美元`), the number of ISO 4217 (GB/T 12406)
 * where it cannot be taken for one of those, and Chinese names.
 */
const known: readonly (readonly [
  code: Currency,
  pboc: string | null,
  iso: string | null,
  ...names: string[],
])[] = [
  ['CNY', '001', '156', '人民币', '人民币元', 'RMB', 'CNH'],
  ['USD', '014', '840', '美元', '美金'],
  ['HKD', '013', '344', '港币', '港元'],
  ['EUR', '038', '978', '欧元'],
  ['JPY', '027', '392', '日元', '日圆'],
  ['GBP', '012', '826', '英镑'],
  ['AUD', '029', null, '澳大利亚元', '澳元'],
  ['CAD', '028', '124', '加拿大元', '加元'],
  ['CHF', '015', '756', '瑞士法郎'],
  ['SGD', '018', '702', '新加坡元', '新元'],
  ['SEK', '021', '752', '瑞典克朗'],
  ['NOK', '023', '578', '挪威克朗'],
  ['DKK', '022', '208', '丹麦克朗'],
  ['NZD', '087', '554', '新西兰元'],
  ['MOP', '081', '446', '澳门元'],
  ['THB', '084', '764', '泰铢'],
  ['KRW', '088', '410', '韩元', '韩国元'],
  ['RUB', '072', '643', '卢布'],
  ['TWD', null, '901', '新台币'],
  ['MYR', null, '458', '林吉特', '马来西亚林吉特'],
];

const byName = new Map<string, string>();
for (const [code, ...names] of known) {
  for (const name of [code, ...names]) if (name !== null) byName.set(nameKey(name), code);
}

/** Names for suggestions. */
export const currencyNames: readonly string[] = known.flatMap(([code, , , name]) => [code, name ?? code]);

/** The currency of a unit's word (`美元`, `usd`), or null. */
export const currencyOfName = (name: string): string | null => byName.get(nameKey(name)) ?? null;

/**
 * The ISO code of `人民币`, `RMB`, `014-美元`, `USD(美元)`, `014`, `840`; a three-letter code is taken as it is.
 * Null: not a currency, or two that contradict one another.
 */
export function currencyCode(text: string): string | null {
  const parts = text
    .normalize('NFKC')
    .split(/[-–—_/|()\s:.]+/)
    .filter((part) => part !== '');
  const codes = new Set<string>();
  for (const part of parts) {
    const code = currencyOfName(part) ?? (/^[A-Za-z]{3}$/.test(part) ? part.toUpperCase() : null);
    if (code === null && !/^\d+$/.test(part)) return null;
    if (code !== null) codes.add(code);
  }
  const [only] = codes;
  return codes.size === 1 && only !== undefined ? only : null;
}

/** The currencies that a symbol may stand for. */
export function symbolFits(symbol: string, currency: string): boolean {
  if (symbol === '¥') return currency === 'CNY' || currency === 'JPY';
  return ['USD', 'HKD', 'AUD', 'CAD', 'SGD', 'NZD', 'TWD'].includes(currency);
}
