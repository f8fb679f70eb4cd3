/** A card's total against a line. A total that is not known is unknown here too, for what the card lacks. */
import type { Text } from '../../model/text.ts';
import { gradeOf } from '../context.ts';
import { comparedBy } from '../finding.ts';
import type { Evaluator } from './evaluator.ts';

export const score: Evaluator<'score'> = ({ card, 'at-least': line }, context) => {
  const { parameters } = context.branch;
  const threshold = parameters.fact(line, gradeOf(context));
  const section = context.sections.get(card);
  const title = section?.title ?? { zh: card, en: card };
  const entry = section?.entries.find(({ subject }) => subject === context.manager.manager_id);
  const total = entry?.figures.find(({ id }) => id === 'total');
  if (total?.fact.quantity?.kind !== 'amount')
    return {
      title,
      outcome: 'unknown',
      by: { kind: 'at-least' },
      observed: total?.fact ?? null,
      threshold,
      missing: entry && total ? entry.missing : [noCard(card, title)],
    };
  return { title, ...comparedBy('at-least', total.fact, threshold) };
};

const noCard = (card: string, { zh, en }: Text) => ({
  key: `section:${card}`,
  text: { zh: `没有“${zh}”的结果`, en: `there is no result of "${en}"` },
});
