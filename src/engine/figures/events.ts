/** How often the ledger has events of some kinds within a span. */
import { countOf, readOff, theseRows } from '../../model/fact.ts';
import { eventsWithin, titlesOf } from '../conditions/events.ts';
import { figureValue, type Reader } from './value.ts';

/** Who has no row, and whoever is appraised without a ledger, has nothing on record. */
export const events: Reader<'events'> = (kinds, { within = 'quarter' }, context) => {
  const { found } = eventsWithin(kinds, within, context);
  return figureValue(
    readOff(
      titlesOf(kinds, context.branch.policy),
      countOf('events', found.length),
      theseRows({ table: 'events', rows: found }),
    ),
  );
};
