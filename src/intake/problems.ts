/** Every problem that intake can report. `test/errors/` holds a folder for each: the smallest input that makes it. */
import { listProblems } from '../model/problem-list.ts';
import { cellProblems, rateProblems, unitProblems } from './cells/problems.ts';
import { assignmentProblems } from './checks/assignments.ts';
import { moveProblems } from './checks/moves.ts';
import { checkProblems } from './checks/problems.ts';
import { fileProblems } from './files/problems.ts';
import { headerProblems } from './header-problems.ts';
import { periodProblems } from './period.ts';
import { profileProblems } from './profile/problems.ts';
import { productProblems } from './readers/products.ts';
import { recognitionProblems } from './recognise.ts';
import { settingsProblems } from './settings.ts';
import { totalProblems } from './totals.ts';
import { unclaimedProblems } from './unclaimed-problems.ts';

export const intakeProblems = [
  settingsProblems,
  profileProblems,
  periodProblems,
  recognitionProblems,
  fileProblems,
  headerProblems,
  unitProblems,
  cellProblems,
  rateProblems,
  productProblems,
  totalProblems,
  unclaimedProblems,
  checkProblems,
  moveProblems,
  assignmentProblems,
  listProblems,
].flatMap((group) => Object.values(group).map(({ code, severity }) => ({ code, severity })));
