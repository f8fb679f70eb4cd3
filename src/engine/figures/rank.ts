/** A manager's rank as a figure: known where unknown figures do not leave it open. */
import { countOf, type Fact } from '../../model/fact.ts';
import type { Text } from '../../model/text.ts';
import type { Ranks } from '../ranges.ts';
import { othersUnknown } from '../ranked.ts';
import type { FigureValue } from './value.ts';

const title: Text = { zh: '名次', en: 'Rank' };

/** Null: the figure that is ranked by does not apply. */
export function rankFigure(found: Ranks | null, by: FigureValue): FigureValue {
  const fact: Fact = {
    quantity: found !== null && found.best === found.worst ? countOf('rank', found.best) : null,
    origin: { kind: 'calculation', title, how: { from: [by.fact] } },
  };
  if (found === null) return { fact, missing: [], nothingDue: true };
  const missing = by.missing.length > 0 ? by.missing : [othersUnknown];
  return { fact, missing: fact.quantity === null ? missing : [], nothingDue: false };
}
