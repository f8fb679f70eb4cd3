/** Archived quarters in which nothing happened, but for what a test says. */
import type { Quarter } from '../../../src/model/calendar.ts';
import type { ManagerRecord, QuarterRecord } from '../../../src/model/history.ts';
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
