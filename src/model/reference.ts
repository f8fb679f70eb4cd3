/**
 * What a key of a policy may refer to. Each reference declares to what it refers and, of a parameter, in which shape its
 * value is read there: the checks of a policy, its JSON Schema and the reference page rest on these declarations.
 */
import { z } from 'zod';
import type { Text } from './text.ts';

export const id = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/);

/** The ids that a policy file declares; a reference to anything else is an error at its own line. */
export interface Names {
  readonly parameters: readonly string[];
  readonly measures: readonly string[];
  readonly figures: readonly string[];
  readonly signs: readonly string[];
  readonly grades: readonly string[];
  readonly rules: readonly string[];
  readonly sections: readonly string[];
  /** The sections of kind `level`. */
  readonly levels: readonly string[];
  readonly warningLevels: readonly string[];
  readonly warningLists: readonly string[];
  readonly eventKinds: readonly string[];
  readonly activityKinds: readonly string[];
  readonly ratings: readonly string[];
}
type Declared = keyof Names;

export const noNames: Names = {
  parameters: [],
  measures: [],
  figures: [],
  signs: [],
  grades: [],
  rules: [],
  sections: [],
  levels: [],
  warningLevels: [],
  warningLists: [],
  eventKinds: [],
  activityKinds: [],
  ratings: [],
};

/** What each kind of declared thing is called. */
export const declaredAs: Readonly<Record<Declared, Text>> = {
  parameters: { zh: '参数', en: 'parameter' },
  measures: { zh: '指标口径', en: 'measure' },
  figures: { zh: '数值', en: 'figure' },
  signs: { zh: '授信表现', en: 'sign' },
  grades: { zh: '等级', en: 'grade' },
  rules: { zh: '规则', en: 'rule' },
  sections: { zh: '专项', en: 'section' },
  levels: { zh: '评级专项（kind: level）', en: 'section of kind level' },
  warningLevels: { zh: '预警级别', en: 'warning level' },
  warningLists: { zh: '预警名单', en: 'warning list' },
  eventKinds: { zh: '事件类别', en: 'kind of event' },
  activityKinds: { zh: '履职记录类别', en: 'kind of activity' },
  ratings: { zh: '考核结果', en: 'rating of a review' },
};

/**
 * What a parameter's value may be: `yuan` is an amount in yuan only, `amount` one in yuan or US dollars, `quantity` any
 * amount, percentage or number, `places` a number or a percentage of all.
 */
export type Shape = 'yuan' | 'amount' | 'ratio' | 'count' | 'quantity' | 'places' | 'words' | 'choice';

/** How a parameter's value is read. */
interface ParameterForm {
  /** The shape, or what it depends on: the keys that stand beside the reference. */
  readonly shape: Shape | ((beside: Readonly<Record<string, unknown>>) => Shape);
  /** Read for a grade: each must have a value, or only some may. Without it, one value for everyone is read. */
  readonly byGrade?: 'each' | 'some';
  /** The readings that are told apart; without it, any. */
  readonly choices?: readonly string[];
  /** Divided by: greater than 0. */
  readonly positive?: true;
}

export type Reference =
  | ({ readonly to: 'parameters' } & ParameterForm)
  | { readonly to: Exclude<Declared, 'parameters'> };

/** What a schema of the policy language stands for, beyond its form. */
const declarations = z.registry<Reference>();
const rules = z.registry<{ readonly rule: true }>();
const figures = z.registry<{ readonly figure: true }>();

/** What a value of this schema refers to; undefined: it is no reference. */
export const referenceOf = (schema: z.ZodType): Reference | undefined => declarations.get(schema);
/** Whether a value of this schema is a rule. */
export const isRule = (schema: z.ZodType): boolean => rules.get(schema) !== undefined;
/** Declares that a value of this schema is a rule. */
export function asRule<Schema extends z.ZodType>(schema: Schema): Schema {
  rules.add(schema, { rule: true });
  return schema;
}

/** Whether a value of this schema is a figure, written in place. */
export const isFigure = (schema: z.ZodType): boolean => figures.get(schema) !== undefined;
/** Declares that a value of this schema is a figure. */
export function asFigure<Schema extends z.ZodType>(schema: Schema): Schema {
  figures.add(schema, { figure: true });
  return schema;
}

/** What a check of the policy language says in both languages. */
export const saying = (says: Text, more: Readonly<Record<string, unknown>> = {}) => ({
  error: says.en,
  params: { ...more, says },
});

/** Schemas for references to what these names declare. */
export function references(names: Names) {
  const declared = (reference: Reference) => {
    const { to } = reference;
    const known = names[to];
    const { zh, en } = declaredAs[to];
    const says = { zh: `政策中没有声明这个${zh}`, en: `no such ${en} is declared` };
    const schema = id.refine((name) => known.includes(name), saying(says, { known }));
    declarations.add(schema, reference);
    return schema;
  };
  const parameter = (asked: ParameterForm) => declared({ to: 'parameters', ...asked });
  const shaped = (byGrade?: ParameterForm['byGrade']) => {
    const read = (shape: ParameterForm['shape']) => parameter(byGrade ? { shape, byGrade } : { shape });
    return {
      yuan: read('yuan'),
      amount: read('amount'),
      ratio: read('ratio'),
      count: read('count'),
      quantity: read('quantity'),
      words: read('words'),
      read,
    };
  };
  return {
    parameter,
    ...shaped(),
    /** One value for each grade that it is read for. */
    byGrade: shaped('each'),
    /** A value for some grades; what it is read for does not hold for the others. */
    forSome: shaped('some'),
    /** A reading: which of its choices are told apart. */
    choice: (choices?: readonly string[]) =>
      parameter(choices ? { shape: 'choice', choices } : { shape: 'choice' }),
    measure: declared({ to: 'measures' }),
    figureId: declared({ to: 'figures' }),
    sign: declared({ to: 'signs' }),
    grade: declared({ to: 'grades' }),
    ruleId: declared({ to: 'rules' }),
    section: declared({ to: 'sections' }),
    levelSection: declared({ to: 'levels' }),
    warningLevel: declared({ to: 'warningLevels' }),
    /** A reading whose choices are levels of warnings. */
    warningLevelReading: parameter({ shape: 'choice', choices: names.warningLevels }),
    warningList: declared({ to: 'warningLists' }),
    eventKind: declared({ to: 'eventKinds' }),
    activityKind: declared({ to: 'activityKinds' }),
    rating: declared({ to: 'ratings' }),
  };
}
export type References = ReturnType<typeof references>;
