/** Archived quarters in which nothing happened, but for what a case says. */
import type { Quarter } from '../model/calendar.ts';
import type { ManagerRecord, QuarterRecord } from '../model/history.ts';
import { ordinaryManager } from './package.ts';

export const recordOf = (
  period: Quarter,
  managers: readonly Partial<ManagerRecord>[],
  about: Partial<Pick<QuarterRecord, 'chainStarts' | 'notAppraised'>> = {},
): QuarterRecord => ({
  schema: 'rm-appraisal/next-quarter/1',
  period,
  chainStarts: null,
  managers: managers.map((manager) => ({
    managerId: ordinaryManager,
    name: '某某',
    unit: '城关支行',
    grade: 'second',
    qualifiedGrade: 'second',
    targets: [],
    warnings: [],
    signs: {},
    customers: [],
    measures: [],
    ...manager,
  })),
  notAppraised: [],
  exported: { accounts: [], loans: [], classified: [], customers: [] },
  ...about,
});
