/** Which rows are one shared account's, as intake checks their shares and the engine credits their parts. */

interface Owned {
  readonly customer_id: string;
  readonly currency: string;
}

/** Nearly always the account itself: millions of keys need not be put together. */
const numbered = (account: string, currency: string): string =>
  currency === 'CNY' ? account : `${account}\n${currency}`;

/** No id holds a line break: what has no number is never taken for a number. */
const unnumbered = ({ customer_id, currency }: Owned, kind: string | null): string =>
  `\n${customer_id}\n${currency}\n${kind ?? ''}`;

/**
 * By table, a key that the rows of one account have in common: its number (one passbook may hold several currencies),
 * loan or settlement reference; where that is blank, its customer, currency and kind.
 */
export const accountKey = {
  deposits: (row: Owned & { readonly account: string | null; readonly kind: string | null }): string =>
    row.account ? numbered(row.account, row.currency) : unnumbered(row, row.kind),
  loans: (row: { readonly loan_id: string }): string => row.loan_id,
  settlement: (row: Owned & { readonly reference: string | null; readonly kind: string | null }): string =>
    row.reference ? row.reference : unnumbered(row, row.kind),
};
