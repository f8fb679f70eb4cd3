// Amounts of the sample: whole cents in an integer, so that no figure at a threshold is a rounding accident.

export type Cents = number;

export const cents = (amount: number): Cents => Math.round(amount * 100);

function decimal(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** 1234567.80 */
export const plain = (amount: Cents): string => decimal(amount, 2);

/** 1,234,567.80 */
export const grouped = (amount: Cents): string => plain(amount).replace(/\B(?=(\d{3})+\.)/g, ',');

/** The number of 万元 as a spreadsheet cell holds it: the double nearest to the six-digit decimal. */
export const tenThousands = (amount: Cents): number => amount / 1_000_000;

/** The number of yuan as a spreadsheet cell holds it. */
export const units = (amount: Cents): number => amount / 100;
