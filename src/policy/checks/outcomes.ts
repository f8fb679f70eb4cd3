/** What rules ask of other rules is known by then, and never rests on itself. */
import type { Text } from '../../model/text.ts';
import { lintProblems } from '../problems.ts';
import type { PlacedRule } from '../rules.ts';
import { type Check, nameOf } from './looking.ts';

const floorOnly: Text = { zh: '及格线（floor）', en: 'the floor' };
const known = {
  floor: { zh: '无（及格线最先判断）', en: 'nothing: the floor comes first' },
  grades: floorOnly,
  warnings: floorOnly,
  decisions: { zh: '及格线和预警规则', en: 'the floor and the warnings' },
  sections: { zh: '无（各节不引用等级规则）', en: "nothing: sections rest on no grade's rule" },
} as const satisfies Record<PlacedRule['section'], Text>;

/** What `outcome-of` asks for is known by then, and never rests on itself. */
export const outcomes: Check = ({ file, placeOf, rules }) => {
  const asking = rules.flatMap(({ rule, path, section }) => {
    const asked = rule['outcome-of']?.rule;
    return asked === undefined ? [] : [{ asked, from: nameOf({ rules }, path), path, section }];
  });
  const circleFrom = (start: string): string[] | null => {
    const walk = (rule: string, way: readonly string[]): string[] | null => {
      for (const { asked } of asking.filter(({ from }) => from === rule)) {
        if (asked === start) return [...way, asked];
        const found = way.includes(asked) ? null : walk(asked, [...way, asked]);
        if (found) return found;
      }
      return null;
    };
    return walk(start, [start]);
  };
  const warnings = file.warnings.map(({ rule }) => rule);
  return asking.flatMap(({ asked, from, path, section }) => {
    const at = placeOf([...path, 'outcome-of', 'rule']);
    const circle = section === 'decisions' ? null : circleFrom(from);
    if (circle) return [lintProblems.cycle(at, { rules: circle })];
    const isKnown =
      (asked === file.floor?.rule && section !== 'floor' && section !== 'sections') ||
      (section === 'decisions' && warnings.includes(asked));
    return isKnown ? [] : [lintProblems.tooEarly(at, { rule: asked, known: known[section] })];
  });
};
