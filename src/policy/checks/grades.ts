/** A value for every grade that is asked for one, and no more conditions needed than there are. */
import { seriesOfParameter } from '../../model/policy/series.ts';
import type { PolicyFile } from '../../model/policy.ts';
import type { Text } from '../../model/text.ts';
import type { Path } from '../place.ts';
import { lintProblems } from '../problems.ts';
import { partsOf } from '../rules.ts';
import { type Check, nameOf } from './looking.ts';

const hasValue = (file: PolicyFile, id: string, asked: string): boolean =>
  seriesOfParameter(file, id).some(({ grade }) => grade === null || grade === asked);

/** A value for each grade that is asked for it: inside the grades, one that is not there closes the grade to everyone. */
export const gradesWithoutValue: Check = ({ file, placeOf, rules, uses }) =>
  uses
    .filter(({ asked }) => asked?.byGrade === 'each')
    .flatMap(({ id, path, grades }) =>
      grades
        .filter((grade) => file.parameters[id] && !hasValue(file, id, grade))
        .map((grade) => {
          const why: Text = { zh: `缺少参数“${id}”的取值`, en: `lacks a value of the parameter "${id}"` };
          return path[0] === 'grades' || isOfRanks(file, path)
            ? lintProblems.neverMet(placeOf(path), { rule: nameOf({ rules }, path), grade, why })
            : lintProblems.noValueForGrade(placeOf(path), { id, grade });
        }),
    );

/** Ranks are assessed one by one, as grades are. */
const isOfRanks = ({ sections }: PolicyFile, [first, id]: Path): boolean =>
  first === 'sections' && sections[String(id)]?.kind === 'ranks';

/** No group asks for more parts than the grade has. */
export const tooManyNeeded: Check = ({ file, placeOf, rules }) =>
  rules.flatMap(({ rule, path, section, grades }) => {
    const group = rule.several;
    if (group === undefined || section !== 'grades') return [];
    return grades.flatMap((grade) => {
      const parts = partsOf(rule).filter((part) => part.rule['for-grades']?.includes(grade) ?? true).length;
      const series = seriesOfParameter(file, String(group['at-least']));
      const own = series.find((each) => each.grade === grade) ?? series.find((each) => each.grade === null);
      return (own?.lines ?? []).flatMap(({ value: needed, path: at }) => {
        if (typeof needed !== 'number' || needed <= parts || own === undefined) return [];
        const why: Text = {
          zh: `要求 ${parts} 项条件中具备 ${needed} 项`,
          en: `asks for ${needed} of ${parts} conditions`,
        };
        return [lintProblems.neverMet(placeOf(at), { rule: nameOf({ rules }, path), grade, why })];
      });
    });
  });
