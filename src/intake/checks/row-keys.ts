/** What a row is of: two rows of one key are one thing told twice. Null: the row does not say. */
import { accountKey } from '../../model/account.ts';
import type { Row } from '../../model/package.ts';

const ofIndicator = ({ manager_id, indicator }: { manager_id: string; indicator: string }): string =>
  `${manager_id}\n${indicator}`;

export const rowKeys = {
  roster: ({ manager_id }: Row<'roster'>): string => manager_id,
  deposits: (row: Row<'deposits'>): string | null =>
    row.account ? `${accountKey.deposits(row)}\n${row.manager_id}` : null,
  loans: ({ loan_id, manager_id }: Row<'loans'>): string => `${loan_id}\n${manager_id}`,
  settlement: ({ reference, manager_id }: Row<'settlement'>): string | null =>
    reference ? `${reference}\n${manager_id}` : null,
  classification: ({ loan_id }: Row<'classification'>): string => loan_id,
  targets: ofIndicator,
  metrics: ofIndicator,
  reviews: ({ manager_id, year }: Row<'reviews'>): string => `${manager_id}\n${year}`,
  branches: ({ branch, indicator }: Row<'branches'>): string => `${branch}\n${indicator}`,
  deferrals: ({ manager_id, period }: Row<'deferrals'>): string => `${manager_id}\n${period}`,
  units: ({ branch }: Row<'units'>): string => branch,
};
