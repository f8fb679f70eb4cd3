/** Whom the policy is about, and which of their customers count. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { article } from '../written.ts';

export const appraised = ({ words }: References) =>
  z
    .strictObject({ series: words.describe('The series of the roster.') })
    .optional()
    .describe('Whom the policy is about; without it, everybody whose status is appraised.');

export const countedCustomers = ({ byGrade, choice, measure }: References) =>
  z
    .strictObject({
      'at-least': byGrade.yuan.describe('The least figure of the year, included.'),
      scope: choice(['all', 'deposits']).describe(
        'Whether it bears on every measure, or on those of deposits alone.',
      ),
      basis: choice(['total', 'without-agreement']).describe('Which of the two measures is held against it.'),
      measure,
      'measure-without-agreement': measure.describe('The measure for the basis without agreement deposits.'),
    })
    .optional()
    .describe(
      "From which deposits a customer counts for a grade's business conditions; without it, every customer does.",
    );

export const unassigned = ({ yuan, measure }: References) =>
  z
    .strictObject({
      article,
      'at-least': yuan.describe('From these deposits or loans on, included.'),
      loans: measure
        .optional()
        .describe('The measure that tells loans from other credit items; without it, all are loans.'),
    })
    .optional()
    .describe('Customers without a manager are listed for HR from this line on.');
