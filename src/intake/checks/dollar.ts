/** Settlement is measured in US dollars: a package with settlement rows needs the dollar's rate. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { rateProblems } from '../cells/problems.ts';
import type { Rates } from '../rates.ts';

export const checkDollar = (hasSettlement: boolean, rates: Rates): Diagnostic[] =>
  hasSettlement && !rates.has('USD') ? [rateProblems.noDollar({}, {})] : [];
