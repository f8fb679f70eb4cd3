/** What a figure is for one manager, and what every form of it is read by. */
import type { Fact } from '../../model/fact.ts';
import type { SourceKey, WrittenFigure } from '../../model/figures/index.ts';
import type { Missing } from '../../model/judgement.ts';
import type { Context } from '../context.ts';

export interface FigureValue {
  /** Its quantity is null where it is not known or does not apply. */
  readonly fact: Fact;
  /** Why it is not known. */
  readonly missing: readonly Missing[];
  /** It does not apply: a divisor or a target is 0, or a section does not speak of the manager. */
  readonly nothingDue: boolean;
}

/** Reads a figure of one form off what a manager has. */
export type Reader<K extends SourceKey> = (
  source: NonNullable<WrittenFigure[K]>,
  figure: WrittenFigure,
  context: Context,
) => FigureValue;

/** A figure that is there, or of which it is known what is missing. */
export const figureValue = (fact: Fact, missing: readonly Missing[] = []): FigureValue => ({
  fact,
  missing: fact.quantity === null ? missing : [],
  nothingDue: false,
});
