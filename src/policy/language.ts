/** The policy language as its schema declares it: every key, what it means, what may stand there. */
import { z } from 'zod';
import { conditionKeys, scopeKeys } from '../model/conditions/index.ts';
import { policySchema } from '../model/policy.ts';
import {
  declaredAs,
  id,
  isFigure,
  isRule,
  noNames,
  type Reference,
  referenceOf,
  type Shape,
} from '../model/reference.ts';
import { defaultKeys } from './file.ts';

export interface Key {
  /** The way to it: `parameters.*.values`, `sections.*(pay).quota`; of a rule, wherever it stands, `rule.compare`. */
  readonly path: string;
  readonly required: boolean;
  /** What it means; empty: nobody says. */
  readonly says: string;
  /** What may stand there; empty: the keys below it. */
  readonly form: string;
}

/** What these keys mean wherever they stand. */
export const everywhere: Readonly<Record<string, string>> = {
  title: 'What it is called.',
  article: 'The article it rests on; every judgement names it.',
  rule: 'Its id.',
  names: "Further words of the bank's files that mean it; the title and the id are known anyway.",
  approval: 'Who approves it.',
  kind: 'The kind of section.',
  every: 'How often it is owed.',
  action: 'The id of the proposal.',
  'needs-person': 'A person decides it.',
  column: 'The column of the table.',
  measure: 'The measure.',
};

/** Where the keys of a figure are told, wherever one stands. */
const figurePath = 'figures.*';

const ofRules: readonly string[] = [...conditionKeys, ...scopeKeys];

/** Every key of the language, each before those below it; those of rules once, not wherever a rule may stand. */
export function languageKeys(): Key[] {
  const found = new Map<string, Key>();
  const byDefault = defaultKeys();
  const below = (schema: z.ZodType, path: string): void => {
    const inner = bare(schema);
    if (isText(inner)) return;
    if (inner instanceof z.ZodArray) below(typed(inner.element), path);
    else if (inner instanceof z.ZodRecord) below(typed(inner.valueType), `${path}.*`);
    else if (inner instanceof z.ZodDiscriminatedUnion)
      for (const option of inner.options.map(typed))
        below(option, `${path}(${kindOf(option, inner.def.discriminator)})`);
    else if (inner instanceof z.ZodUnion) for (const option of inner.options.map(typed)) below(option, path);
    else if (inner instanceof z.ZodObject)
      for (const [key, each] of Object.entries(inner.shape))
        add(isRule(inner), isFigure(inner) ? figurePath : path, key, typed(each));
  };
  const add = (inRule: boolean, path: string, key: string, schema: z.ZodType): void => {
    const within = inRule && (ofRules.includes(key) || path.startsWith('rule')) ? 'rule' : path;
    const at = within === '' ? key : `${within}.${key}`;
    if (found.has(at)) return;
    const omitted = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
    const required = !omitted && !(path === '' && byDefault.includes(key));
    found.set(at, {
      path: at,
      required,
      says: [said(schema) || (everywhere[key] ?? ''), defaultWords(schema)].join(''),
      form: formOf(schema),
    });
    below(schema, at);
  };
  below(policySchema(noNames), '');
  return [...found.values()];
}

/** What is meant where a word of the language is left out. */
function defaultWords(schema: z.ZodType): string {
  if (!(schema instanceof z.ZodDefault)) return '';
  const value: unknown = schema.def.defaultValue;
  return typeof value === 'string' ? ` Without it, \`${value}\`.` : '';
}

/** What it was described as, by the schema itself or by what it wraps. */
function said(schema: z.ZodType): string {
  if (schema.description !== undefined) return schema.description;
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? said(typed(schema.unwrap()))
    : '';
}

/** What may stand in a place, in words. */
function formOf(schema: z.ZodType): string {
  const inner = bare(schema);
  const reference = referenceOf(inner);
  if (reference) return referenceWords(reference);
  if (isRule(inner)) return 'a rule';
  if (isFigure(inner)) return 'a figure written in place';
  if (isText(inner)) return '`{ zh: …, en: … }`';
  if (inner instanceof z.ZodEnum) return choice(inner.options);
  if (inner instanceof z.ZodLiteral) return choice([...inner.values]);
  if (inner instanceof z.ZodNumber) return 'a whole number';
  if (inner instanceof z.ZodString)
    return inner.def.checks?.length === id.def.checks?.length ? 'an id' : 'text';
  if (inner instanceof z.ZodArray) return listOf(formOf(typed(inner.element)));
  if (inner instanceof z.ZodRecord) return keyed(inner);
  if (inner instanceof z.ZodUnion && !(inner instanceof z.ZodDiscriminatedUnion))
    return [...new Set(inner.options.map((option) => formOf(typed(option))))].join(' or ');
  return '';
}

const choice = (values: readonly unknown[]): string => values.map((value) => `\`${value}\``).join(', ');
const listOf = (form: string): string => (form === '' ? 'a list' : `a list of: ${form}`);

function keyed(record: z.ZodRecord): string {
  const [keys, values] = [formOf(typed(record.keyType)), formOf(typed(record.valueType))];
  return `keyed by ${keys}${values === '' ? '' : `: ${values}`}`;
}

const shapeForms: Readonly<Record<Shape, string>> = {
  yuan: 'an amount in yuan',
  amount: 'an amount, in yuan or US dollars',
  ratio: 'a percentage',
  count: 'a whole number',
  quantity: 'an amount, a percentage or a number',
  places: 'a number or a percentage of all',
  words: 'a list of words',
  choice: 'a reading',
};

/** What a reference may be of, in words. */
export function referenceWords(reference: Reference): string {
  if (reference.to !== 'parameters') return `a ${declaredAs[reference.to].en}`;
  const { shape, byGrade, choices = [] } = reference;
  const form =
    typeof shape === 'function'
      ? 'an amount, a percentage or a number, by what it is held against'
      : shapeForms[shape];
  const grades = { each: ', for everyone or by grade', some: ', by grade; grades may be left out' };
  return [
    `a parameter: ${form}`,
    choices.length > 0 ? `: ${choice(choices)}` : '',
    byGrade ? grades[byGrade] : '',
  ].join('');
}

const typed = (schema: unknown): z.ZodType => {
  if (schema instanceof z.ZodType) return schema;
  throw new Error('no schema of the policy language');
};

/** Without what says that it may be left out, or that it is looked up later. */
export function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodLazy
    ? bare(typed(schema.unwrap()))
    : schema;
}

const isText = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodObject && Object.keys(schema.shape).join() === 'zh,en';

/** What the key that tells the kinds apart says of one of them. */
function kindOf(option: z.ZodType, key: string): string {
  const kind = option instanceof z.ZodObject ? bare(typed(option.shape[key])) : option;
  if (kind instanceof z.ZodLiteral) return [...kind.values].join('|');
  return kind instanceof z.ZodEnum ? kind.options.join('|') : '';
}
