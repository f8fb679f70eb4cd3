/** How often the ledger has events of some kinds within a span. */
import { countOf, theseRows } from '../../model/fact.ts';
import { eventsWithin, titlesOf } from '../conditions/events.ts';
import { figureValue, type Reader } from './value.ts';

/** Who has no row, and whoever is appraised without a ledger, has nothing on record. */
export const events: Reader<'events'> = (kinds, { within = 'quarter' }, context) => {
  const { found } = eventsWithin(kinds, within, context);
  return figureValue({
    quantity: countOf('events', found.length),
    origin: {
      kind: 'rows',
      title: titlesOf(kinds, context.branch.policy),
      rows: theseRows({ table: 'events', rows: found }),
    },
  });
};
