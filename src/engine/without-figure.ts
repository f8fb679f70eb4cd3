/** What stands in the place of a figure that does not apply, and of what rests on it. */
import type { Fact } from '../model/fact.ts';
import type { Text } from '../model/text.ts';

const notApplicable: Text = { zh: '不适用', en: 'not applicable' };

export const withoutFigure = (title: Text): Fact => ({
  quantity: { kind: 'words', value: notApplicable },
  origin: { kind: 'calculation', title, how: { from: [] } },
});

export const isWithoutFigure = ({ quantity }: Fact): boolean =>
  quantity?.kind === 'words' && quantity.value === notApplicable;
