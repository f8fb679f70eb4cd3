/** The grade held, the grade qualified for, and what other rules came to. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { outcomeWords, warningWords } from '../words.ts';
import { node } from './node.ts';

export const heldIs = node({
  form: ({ grade }: References) => z.array(grade).min(1).describe('The grade held is one of these.'),
  says: (grades, names) =>
    names.say({ zh: `现聘为${names.grades(grades)}`, en: `holds ${names.grades(grades)}` }),
});

export const heldIn = node({
  form: ({ forSome }: References) =>
    forSome.words.describe(
      "The grade held is one of the words for the rank under assessment; a rank without words is nobody's.",
    ),
  says: (words, { say, value }) =>
    say({ zh: `现聘属于 ${value(words)}`, en: `holds one of ${value(words)}` }),
});

export const qualified = node({
  form: () =>
    z
      .enum(['above-held', 'at-least-held', 'two-above-held'])
      .describe('The qualified grade against the grade held; only in decisions.'),
  says: (spec, { say }) =>
    say(
      {
        'above-held': { zh: '测算等级高于现聘', en: 'qualified above the grade held' },
        'at-least-held': { zh: '测算等级不低于现聘', en: 'qualified at or above the grade held' },
        'two-above-held': { zh: '测算等级高出现聘两级以上', en: 'qualified two or more above' },
      }[spec],
    ),
});

export const gradeMet = node({
  form: () =>
    z.enum(['held', 'next-above']).describe('The conditions of the grade held, or of the one next above it.'),
  says: (spec, { say }) =>
    say(
      spec === 'held'
        ? { zh: '符合现聘等级的全部条件', en: 'all conditions of the grade held hold' }
        : { zh: '符合上一等级的全部条件', en: 'all conditions of the next grade hold' },
    ),
});

export const bottomRank = node({
  form: ({ count }: References) =>
    z
      .strictObject({
        places: count.describe('How many places from the bottom, ties included.'),
        'ranked-at-least': count.describe('From how many who are ranked it is asked at all.'),
      })
      .describe(
        "Among the lowest by the review's score in the branch, this year and last; who has no score in a year is not.",
      ),
  says: ({ places, 'ranked-at-least': least }, { say, value }) =>
    say({
      zh: `连续两年在后 ${value(places)} 名（至少 ${value(least)} 人排名）`,
      en: `among the bottom ${value(places)} in both years (at least ${value(least)} ranked)`,
    }),
});

export const warnedOf = node({
  form: ({ warningLevel }: References) =>
    z
      .strictObject({ level: warningLevel.describe('The level.') })
      .describe('A warning of the level is triggered or waits for a person. Unknown where one is.'),
  says: ({ level }, names) =>
    names.say({ zh: `有“${names.level(level)}”预警`, en: `warned of ${names.level(level)}` }),
});

export const outcomeOf = node({
  form: ({ ruleId }: References) =>
    z
      .strictObject({
        rule: ruleId,
        is: z.enum(['met', 'unmet', 'triggered', 'review']).describe('The outcome that is asked for.'),
      })
      .describe('Another rule came out so: the floor, or in decisions a warning. Unknown where that is.'),
  says: ({ rule, is }, { say, refer }) => {
    const came = is === 'met' || is === 'unmet' ? outcomeWords[is] : warningWords[is];
    return say({ zh: `${refer.rule(rule)} ${came.zh}`, en: `${refer.rule(rule)} is ${came.en}` });
  },
});
