/** What rests on a figure or a section comes after it: nothing rests on itself. */
import type { PolicyFile } from '../../model/policy.ts';
import { declaredAs } from '../../model/reference.ts';
import { lintProblems } from '../problems.ts';
import type { Use } from '../references.ts';
import type { Check } from './looking.ts';

export const order: Check = ({ file, placeOf, uses }) =>
  uses.flatMap((use) => {
    const kind = isOfSection(use) ? 'sections' : use.to;
    if (kind !== 'figures' && kind !== 'sections') return [];
    const [part, own] = use.path;
    const isEarlier = part !== kind || placeIn(file, kind, use.id) < placeIn(file, kind, String(own));
    return isEarlier
      ? []
      : [lintProblems.declaredLater(placeOf(use.path), { what: declaredAs[kind], id: use.id })];
  });

const isOfSection = ({ to }: Use): boolean => to === 'sections' || to === 'levels';

const placeIn = (file: PolicyFile, kind: 'figures' | 'sections', id: string): number =>
  Object.keys(file[kind]).indexOf(id);
