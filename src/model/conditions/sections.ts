/** What another section came to. */
import { z } from 'zod';
import { type References, saying } from '../reference.ts';
import { same, type Text } from '../text.ts';
import { node } from './node.ts';

export const score = node({
  form: ({ byGrade, section }: References) =>
    z
      .strictObject({
        card: section.describe('The scorecard, before this section.'),
        'at-least': byGrade.count.describe('The least total, included.'),
      })
      .describe('The total of a card, in points.'),
  says: ({ card, 'at-least': least }, { say, value, refer: { section } }) =>
    say({
      zh: `${section(card)} 总分 ≥ ${value(least)}`,
      en: `total of ${section(card)} ≥ ${value(least)}`,
    }),
});

export const levelHeld = node({
  form: ({ count, choice, grade, levelSection }: References) =>
    z
      .strictObject({
        section: levelSection.describe('Where the levels are given.'),
        'at-least': grade.describe('The level.'),
        quarters: count.optional().describe("In at least so many of the year's quarters …"),
        reading: choice(['latest', 'best', 'worst'])
          .optional()
          .describe('… or in the best, the worst or the latest of them.'),
      })
      .refine(
        (spec) => (spec.quarters === undefined) !== (spec.reading === undefined),
        saying({ zh: 'quarters 与 reading 写且只写一个', en: 'either quarters or reading' }),
      )
      .describe(
        'A quarterly level, or a better one. A quarter that is not known matters only where it could decide.',
      ),
  says: ({ section, 'at-least': level, quarters, reading = '' }, { say, value, grades, refer }) => {
    const [of, least] = [refer.section(section), grades([level])];
    const when: Text = quarters
      ? { zh: `至少 ${value(quarters)} 个季度`, en: `in at least ${value(quarters)} quarters` }
      : same(value(reading));
    return say({ zh: `${of} 达到${least}（${when.zh}）`, en: `${of}: ${least} or better (${when.en})` });
  },
});

export const sectionResult = node({
  form: ({ section }: References) =>
    z
      .strictObject({
        section: section.describe('The section.'),
        is: z.array(z.string()).min(1).describe('Ids of its results, grades, ranks, bands or levels.'),
      })
      .describe(
        'An earlier section came to one of these for the manager. Not applicable where it does not speak of the manager; unknown where it is.',
      ),
  says: ({ section, is }, { say, list, refer, result }) => {
    const [of, results] = [refer.section(section), list(is.map((id) => result(section, id)))];
    return say({ zh: `${of}为${results}`, en: `${of} is ${results}` });
  },
});
