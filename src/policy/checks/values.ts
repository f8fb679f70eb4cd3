/** The dated lines of the parameters: there, readable, and each something else than the one before it. */
import { ownValue } from '../../model/own-value.ts';
import { gradeTitles } from '../../model/policy/declared-words.ts';
import { seriesOf } from '../../model/policy/series.ts';
import { parameterProblems, read } from '../parameters.ts';
import { lintProblems } from '../problems.ts';
import type { Check } from './looking.ts';
import { askedOf } from './shapes.ts';

/** Each dated line: readable, and something else than the line before it. */
export const values: Check = ({ file, placeOf, uses }) => {
  const series = seriesOf(file);
  const first = series.flatMap(({ lines }) => lines[0]?.day ?? []).sort()[0];
  const mayBeUnfilled = (id: string): boolean =>
    file.parameters[id]?.unfilled !== undefined &&
    askedOf(uses, id).every(({ byGrade }) => byGrade === 'some');
  const without = Object.entries(file.parameters).flatMap(([id]) =>
    mayBeUnfilled(id) || series.some((each) => each.id === id && each.lines.length > 0)
      ? []
      : [lintProblems.noValue(placeOf(['parameters', id]), { id })],
  );
  const grades = [...gradeTitles(file).keys()];
  const overlapping = Object.entries(file.parameters).flatMap(([id, { value, 'by-grade': byGrade = {} }]) =>
    value !== undefined &&
    grades.length > 0 &&
    grades.every((grade) => ownValue(byGrade, grade) !== undefined)
      ? [lintProblems.overlap(placeOf(['parameters', id, 'value']), { id })]
      : [],
  );
  return [
    ...without,
    ...overlapping,
    ...series.flatMap(({ id, spec, path, lines, grade }) => {
      const start = lines[0]?.day;
      const late =
        start !== undefined && first !== undefined && start > first
          ? [
              lintProblems.beginsLater(placeOf(path), {
                id: grade ? `${id}.${grade}` : id,
                day: start,
              }),
            ]
          : [];
      return [
        ...late,
        ...lines.flatMap(({ day, value: written, path: way }, index) => {
          const at = placeOf(way);
          const seen = { value: String(written) };
          if (read(written, spec) === null)
            return [parameterProblems.unreadable(at, { id, asked: askedOf(uses, id)[0] ?? null }, seen)];
          const before = lines[index - 1];
          return before && JSON.stringify(before.value) === JSON.stringify(written)
            ? [lintProblems.sameValue(at, { day, before: before.day }, seen)]
            : [];
        }),
      ];
    }),
  ];
};
