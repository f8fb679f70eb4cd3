/** Checks of a policy beyond its form: what could never come out right, and what is there for nothing. */
import { closest } from 'fastest-levenshtein';
import type { Day } from '../model/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { own } from '../model/own.ts';
import { gradeTitles, type ParameterSpec, type PolicyFile, type WrittenValue } from '../model/policy.ts';
import { tables } from '../model/tables/index.ts';
import type { Text } from '../model/text.ts';
import type { PlaceOf } from './file.ts';
import { parameterProblems, read, type Value } from './parameters.ts';
import { lintProblems } from './problems.ts';
import { type Kind, type Path, type PlacedRule, partsOf, rulesOf, type Use, usesOf } from './uses.ts';

interface Looking {
  readonly file: PolicyFile;
  readonly placeOf: PlaceOf;
  readonly rules: readonly PlacedRule[];
  readonly uses: readonly Use[];
}

/** Everything to be said about a policy whose form is right. */
export function lintPolicy(file: PolicyFile, placeOf: PlaceOf): Diagnostic[] {
  const looking: Looking = { file, placeOf, rules: rulesOf(file), uses: usesOf(file) };
  return [
    values,
    kinds,
    gradesWithoutValue,
    tooManyNeeded,
    unused,
    articles,
    ruleIds,
    outcomes,
    columns,
  ].flatMap((check) => check(looking));
}

/** The dated lines of one parameter for one grade, or for everyone, in order. */
interface Series {
  readonly id: string;
  readonly spec: ParameterSpec;
  readonly grade: string | null;
  readonly path: Path;
  readonly lines: readonly (readonly [Day, WrittenValue])[];
}

export function seriesOf(file: PolicyFile): Series[] {
  return Object.entries(file.parameters).flatMap(([id, spec]) => {
    const path = ['parameters', id];
    const inOrder = (dated: Record<Day, WrittenValue>) =>
      Object.entries(dated).sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      ...(spec.values
        ? [{ id, spec, grade: null, path: [...path, 'values'], lines: inOrder(spec.values) }]
        : []),
      ...Object.entries(spec['by-grade'] ?? {}).flatMap(([grade, dated]) =>
        dated ? [{ id, spec, grade, path: [...path, 'by-grade', grade], lines: inOrder(dated) }] : [],
      ),
    ];
  });
}

/** Each dated line: readable, and something else than the line before it. */
function values({ file, placeOf }: Looking): Diagnostic[] {
  const series = seriesOf(file);
  const first = series.flatMap(({ lines }) => lines[0]?.[0] ?? []).sort()[0];
  const without = Object.entries(file.parameters).flatMap(([id]) =>
    series.some((each) => each.id === id && each.lines.length > 0)
      ? []
      : [lintProblems.noValue(placeOf(['parameters', id]), { id })],
  );
  const grades = [...gradeTitles(file).keys()];
  const overlapping = Object.entries(file.parameters).flatMap(([id, { values, 'by-grade': byGrade = {} }]) =>
    values && grades.length > 0 && grades.every((grade) => own(byGrade, grade))
      ? [lintProblems.overlap(placeOf(['parameters', id, 'values']), { id })]
      : [],
  );
  return [
    ...without,
    ...overlapping,
    ...series.flatMap(({ id, spec, path, lines, grade }) => {
      const start = lines[0]?.[0];
      const late =
        start !== undefined && first !== undefined && start > first
          ? [
              lintProblems.beginsLater(placeOf([...path, start]), {
                id: grade ? `${id}.${grade}` : id,
                day: start,
              }),
            ]
          : [];
      return [
        ...late,
        ...lines.flatMap(([day, written], index) => {
          const at = placeOf([...path, day]);
          const seen = { value: String(written) };
          if (read(written, spec) === null) return [parameterProblems.unreadable(at, { id }, seen)];
          const before = lines[index - 1];
          return before && JSON.stringify(before[1]) === JSON.stringify(written)
            ? [lintProblems.sameValue(at, { day, before: before[0] }, seen)]
            : [];
        }),
      ];
    }),
  ];
}

const isOf = (value: Value, spec: ParameterSpec): Record<Kind, boolean> => {
  const quantity = value.kind === 'quantity' ? value.quantity.kind : null;
  return {
    amount: quantity === 'amount',
    ratio: quantity === 'ratio',
    count: quantity === 'count',
    words: value.kind === 'words' && spec.choices === undefined,
    choice: value.kind === 'words' && spec.choices !== undefined,
  };
};

/** Each readable value is of the kind that the rules ask for. */
function kinds({ file, placeOf, uses }: Looking): Diagnostic[] {
  const kindOf = new Map(uses.flatMap(({ id, kind }) => (kind ? [[id, kind] as const] : [])));
  return seriesOf(file).flatMap(({ id, spec, path, lines }) => {
    const kind = kindOf.get(id);
    return lines.flatMap(([day, written]) => {
      const value = read(written, spec);
      if (kind === undefined || value === null || isOf(value, spec)[kind]) return [];
      return [lintProblems.wrongKind(placeOf([...path, day]), { id, kind }, { value: String(written) })];
    });
  });
}

const hasValue = ({ parameters }: PolicyFile, id: string, grade: string): boolean => {
  const spec = parameters[id];
  return spec?.values !== undefined || own(spec?.['by-grade'] ?? {}, grade) !== undefined;
};

/** A value for each grade that is asked for it: inside the grades, one that is not there closes the grade to everyone. */
function gradesWithoutValue({ file, placeOf, uses }: Looking): Diagnostic[] {
  return uses
    .filter(({ byGrade }) => byGrade === 'each')
    .flatMap(({ id, path, grades }) =>
      grades
        .filter((grade) => file.parameters[id] && !hasValue(file, id, grade))
        .map((grade) => {
          const why: Text = { zh: `缺少参数“${id}”的取值`, en: `lacks a value of the parameter "${id}"` };
          return path[0] === 'grades' || path[0] === 'sections'
            ? lintProblems.neverMet(placeOf(path), { rule: nameOf(file, path), grade, why })
            : lintProblems.noValueForGrade(placeOf(path), { id, grade });
        }),
    );
}

/** The id of the innermost named rule on a path. */
function nameOf(file: PolicyFile, path: Path): string {
  const over = rulesOf(file).filter(
    (placed) => placed.rule.rule && placed.path.every((step, index) => step === path[index]),
  );
  return over.at(-1)?.rule.rule ?? path.join('.');
}

/** No group asks for more parts than the grade has. */
function tooManyNeeded({ file, placeOf, rules }: Looking): Diagnostic[] {
  return rules.flatMap(({ rule, path, section, grades }) => {
    const group = rule['at-least'];
    if (group === undefined || section !== 'grades') return [];
    return grades.flatMap((grade) => {
      const parts = partsOf(rule).filter((part) => part.rule.grades?.includes(grade) ?? true).length;
      const series = seriesOf(file).filter((each) => each.id === group.needed);
      const own = series.find((each) => each.grade === grade) ?? series.find((each) => each.grade === null);
      return (own?.lines ?? []).flatMap(([day, needed]) => {
        if (typeof needed !== 'number' || needed <= parts || own === undefined) return [];
        const why: Text = {
          zh: `要求 ${parts} 项条件中具备 ${needed} 项`,
          en: `asks for ${needed} of ${parts} conditions`,
        };
        return [lintProblems.neverMet(placeOf([...own.path, day]), { rule: nameOf(file, path), grade, why })];
      });
    });
  });
}

const declaredWords = {
  parameters: { zh: '参数', en: 'parameter' },
  measures: { zh: '指标口径', en: 'measure' },
  signs: { zh: '授信表现', en: 'sign' },
} as const;

/** Everything that is declared is used. */
function unused({ file, placeOf, uses }: Looking): Diagnostic[] {
  return (['parameters', 'measures', 'signs'] as const).flatMap((to) => {
    const used = new Set(uses.filter((use) => use.to === to).map(({ id }) => id));
    return Object.keys(file[to])
      .filter((id) => !used.has(id))
      .map((id) => lintProblems.unused(placeOf([to, id]), { what: declaredWords[to], id }));
  });
}

/** Every rule and parameter names its article. */
function articles({ file, placeOf, rules }: Looking): Diagnostic[] {
  const blank = (article: string | undefined): boolean => (article ?? '').trim() === '';
  return [
    ...Object.entries(file.parameters)
      .filter(([, { article }]) => blank(article))
      .map(([id]) => lintProblems.noArticle(placeOf(['parameters', id]), { what: id })),
    ...rules
      .filter(({ rule }) => rule.rule !== undefined && blank(rule.article))
      .map(({ rule, path }) => lintProblems.noArticle(placeOf(path), { what: rule.rule ?? '' })),
  ];
}

/** No two rules of a section share an id. */
function ruleIds({ placeOf, rules }: Looking): Diagnostic[] {
  const seen = new Set<string>();
  return rules.flatMap(({ rule, path, section }) => {
    if (rule.rule === undefined) return [];
    // The floor line may stand among the grades' rules again; and each of `sections` is one of its own.
    const key = `${section === 'sections' ? path.slice(0, 2).join(' ') : section} ${rule.rule}`;
    if (seen.has(key)) return [lintProblems.twice(placeOf([...path, 'rule']), { rule: rule.rule })];
    seen.add(key);
    return [];
  });
}

const floorOnly: Text = { zh: '及格线（floor）', en: 'the floor' };
const known = {
  floor: { zh: '无（及格线最先判断）', en: 'nothing: the floor comes first' },
  grades: floorOnly,
  warnings: floorOnly,
  decisions: { zh: '及格线和预警规则', en: 'the floor and the warnings' },
  sections: { zh: '无（各节不引用等级规则）', en: "nothing: sections rest on no grade's rule" },
} as const satisfies Record<PlacedRule['section'], Text>;

/** What `outcome-of` asks for is known by then, and never rests on itself. */
function outcomes({ file, placeOf, rules }: Looking): Diagnostic[] {
  const asking = rules.flatMap(({ rule, path, section }) => {
    const asked = rule['outcome-of']?.rule;
    return asked === undefined ? [] : [{ asked, from: nameOf(file, path), path, section }];
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
}

/** Every column that the policy names stands in its table. */
function columns({ file, placeOf, rules }: Looking): Diagnostic[] {
  const named = [
    ...Object.entries(file.measures).flatMap(([id, { table, year, quarter, without, only, weighted }]) => {
      const path = ['measures', id];
      return [
        { table, column: year.add, path: [...path, 'year', 'add'] },
        { table, column: year.subtract, path: [...path, 'year', 'subtract'] },
        { table, column: quarter.add, path: [...path, 'quarter', 'add'] },
        { table, column: quarter.subtract, path: [...path, 'quarter', 'subtract'] },
        { table, column: without?.column, path: [...path, 'without', 'column'] },
        { table, column: only?.column, path: [...path, 'only', 'column'] },
        { table, column: weighted?.column, path: [...path, 'weighted', 'column'] },
      ];
    }),
    ...Object.entries(file.signs).flatMap(([id, { table, days, 'above-zero': above = [] }]) => [
      ...above.map((column, index) => ({ table, column, path: ['signs', id, 'above-zero', index] })),
      { table, column: days?.column, path: ['signs', id, 'days', 'column'] },
      { table, column: days?.['without-days'], path: ['signs', id, 'days', 'without-days'] },
    ]),
    ...rules.flatMap(({ rule, path }) => [
      { table: 'roster' as const, column: rule.tenure?.since, path: [...path, 'tenure', 'since'] },
      { table: 'roster' as const, column: rule.recorded?.column, path: [...path, 'recorded', 'column'] },
    ]),
  ];
  return named.flatMap(({ table, column, path }) => {
    const there = Object.keys(tables[table].columns);
    if (column === undefined || there.includes(column)) return [];
    const nearest = closest(column, there);
    return [lintProblems.unknownColumn(placeOf(path), { column, table, nearest }, { value: column })];
  });
}
