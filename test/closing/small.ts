/** A quarter of the small branch with a ledger, appraised, and what it leaves for closing it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closingBasisOf } from '../../src/closing/basis.ts';
import { appraise } from '../../src/engine/index.ts';
import type { Appraisal } from '../../src/model/appraisal.ts';
import type { Quarter } from '../../src/model/calendar.ts';
import type { ClosingBasis } from '../../src/model/closing.ts';
import { standingFolder } from '../archive/temporary.ts';
import { smallPackage } from '../cli/small-package.ts';
import { gradeRegulation } from '../engine/support/policy.ts';
import { readPackage } from '../intake/read.ts';

export const fingerprint = 'abcdef012345';

/** The last was entered after the second quarter's end. */
const ledger = [
  '客户经理工号,日期,事件类型,文号,说明',
  '0001,2025-12-20,诫勉,云银人〔2025〕60号,逾期',
  '0002,2026-05-31,诫勉,,',
  '0002,2026-07-05,专题报告,,',
];

const made = new Map<Quarter, Promise<Appraisal>>();

/** Made once: nothing changes it. */
export function smallAppraisal(quarter: Quarter): Promise<Appraisal> {
  const appraisal = made.get(quarter) ?? appraisalOf(quarter);
  made.set(quarter, appraisal);
  return appraisal;
}

export async function smallBasis(quarter: Quarter): Promise<ClosingBasis> {
  const basis = closingBasisOf(await smallAppraisal(quarter), fingerprint);
  if (basis === null) throw new Error(`${quarter} has nothing to close`);
  return basis;
}

async function appraisalOf(quarter: Quarter): Promise<Appraisal> {
  const { folder: place, remove } = standingFolder();
  const folder = smallPackage(place, quarter);
  writeFileSync(join(folder, 'events.csv'), `${ledger.join('\n')}\n`);
  const { appraisal } = appraise(await readPackage(folder), [gradeRegulation], [], { lenient: false });
  remove();
  if (!appraisal) throw new Error(`${quarter} is not appraised`);
  return appraisal;
}
