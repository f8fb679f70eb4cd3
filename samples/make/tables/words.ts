// How the branch's systems write a currency, a share and a date.

const NAMES: Readonly<Record<string, string>> = { CNY: '人民币', USD: '美元' };

export const currencyName = (code: string): string => NAMES[code] ?? code;

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

const parts = (iso: string): [year: string, month: string, day: string] => [
  iso.slice(0, 4),
  iso.slice(5, 7),
  iso.slice(8),
];

/** 2026/9/30 */
export function slashed(iso: string): string {
  const [year, month, day] = parts(iso);
  return `${year}/${Number(month)}/${Number(day)}`;
}

/** 2026年9月30日 */
export function inChinese(iso: string): string {
  const [year, month, day] = parts(iso);
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** 20260930 */
export const compact = (iso: string): string => iso.replaceAll('-', '');
