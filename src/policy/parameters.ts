/** A policy's dated parameters as in force on one day: read once, then asked for by id and grade. */

import type { Day } from '../model/calendar.ts';
import { type Diagnostic, errorOf } from '../model/diagnostic.ts';
import { amountOf, countOf, type Fact, type Quantity } from '../model/fact.ts';
import type { GradeId, ParameterInForce } from '../model/in-force.ts';
import { fromPlain, type Hundredths } from '../model/money.ts';
import type { ParameterSpec, WrittenValue } from '../model/policy/parameters.ts';
import { seriesOf } from '../model/policy/series.ts';
import type { Policy } from '../model/policy.ts';
import { minus, percentage, type Ratio, zero } from '../model/ratio.ts';
import { same } from '../model/text.ts';
import type { Asked } from './references.ts';
import { shapeWords } from './shape-words.ts';

export const parameterProblems = {
  notInForce: errorOf('policy.not-in-force', ({ id, on }: { id: string; on: Day }) => ({
    message: {
      zh: `参数“${id}”在 ${on} 没有有效的取值`,
      en: `parameter "${id}" has no value in force on ${on}`,
    },
    hint: {
      zh: '请在政策文件中为该日期补上一行取值',
      en: 'add a line for that date to the policy file',
    },
  })),
  unreadable: errorOf('policy.unreadable-value', ({ id, asked }: { id: string; asked: Asked | null }) => ({
    message: { zh: `参数“${id}”的取值无法识别`, en: `the value of parameter "${id}" is not understood` },
    hint: asked
      ? { zh: `应为${shapeWords(asked).zh}`, en: `it should be ${shapeWords(asked).en}` }
      : {
          zh: '请写成 CNY 250,000,000、USD 30,000,000、80%、数字，或注明的选项之一',
          en: 'write CNY 250,000,000, USD 30,000,000, 80%, a number, or one of the choices',
        },
  })),
};

export type Value =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'words'; readonly words: readonly string[] };

interface Entry {
  readonly value: Value;
  readonly since: Day;
  /** The same one for every manager and rule that asks; null: words are no figure. */
  readonly fact: (Fact & { readonly quantity: Quantity }) | null;
}

/** The parameters in force. Asking for one that the policy does not have is a fault of the tool. */
export interface Parameters {
  /** True when the parameter has a value for this grade, or for everyone. */
  has(id: string, grade?: GradeId | null): boolean;
  /** The value as a fact that names its parameter, article and date. */
  fact(id: string, grade?: GradeId | null): Fact & { readonly quantity: Quantity };
  amount(id: string, grade?: GradeId | null): { readonly value: Hundredths; readonly unit: string };
  ratio(id: string): Ratio;
  count(id: string, grade?: GradeId | null): number;
  /** A list of words, or the choice of a reading as a list of one. */
  words(id: string, grade?: GradeId | null): readonly string[];
  choice(id: string): string;
  /** All of them, in the policy's order, for people to read. */
  readonly list: readonly ParameterInForce[];
}

/** Reads the parameters as in force on `on`; one that is not is a problem, never an older value. */
export function parametersInForce(
  { file, name }: Policy,
  on: Day,
): { parameters: Parameters; problems: Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const entries = new Map<string, Map<GradeId | null, Entry>>();
  for (const [id, spec] of Object.entries(file.parameters)) {
    const byGrade = new Map<GradeId | null, Entry>();
    for (const { grade, lines } of seriesOf({ ...file, parameters: { [id]: spec } })) {
      const where = { file: name, column: grade === null ? id : `${id}.${grade}` };
      const line = lines.findLast(({ day }) => day <= on);
      if (line === undefined) {
        problems.push(parameterProblems.notInForce(where, { id, on }));
        continue;
      }
      const value = read(line.value, spec);
      if (value === null) {
        problems.push(
          parameterProblems.unreadable(where, { id, asked: null }, { value: String(line.value) }),
        );
        continue;
      }
      const since = line.day;
      byGrade.set(grade, {
        value,
        since,
        fact: factOf(value, {
          kind: 'parameter',
          policy: file.policy,
          edition: file.edition,
          parameter: id,
          title: spec.title,
          article: spec.article,
          since,
        }),
      });
    }
    entries.set(id, byGrade);
  }

  const find = (id: string, grade: GradeId | null = null): Entry | undefined => {
    const byGrade = entries.get(id);
    return byGrade?.get(grade) ?? byGrade?.get(null);
  };
  const entry = (id: string, grade?: GradeId | null): Entry => {
    const found = find(id, grade);
    if (!found) throw new Error(`no parameter ${id} for ${grade ?? 'everyone'}`);
    return found;
  };
  const fact: Parameters['fact'] = (id, grade) => {
    const found = entry(id, grade).fact;
    if (!found) throw new Error(`parameter ${id} is not a quantity`);
    return found;
  };
  const words = (id: string, grade?: GradeId | null): readonly string[] => {
    const { value } = entry(id, grade);
    if (value.kind !== 'words') throw new Error(`parameter ${id} is not a list of words`);
    return value.words;
  };

  const parameters: Parameters = {
    has: (id, grade) => find(id, grade) !== undefined,
    fact,
    amount: (id, grade) => {
      const found = fact(id, grade).quantity;
      if (found.kind !== 'amount') throw new Error(`parameter ${id} is not an amount`);
      return found;
    },
    ratio: (id) => {
      const found = fact(id).quantity;
      if (found.kind !== 'ratio') throw new Error(`parameter ${id} is not a percentage`);
      return found.value;
    },
    count: (id, grade) => {
      const found = fact(id, grade).quantity;
      if (found.kind !== 'count') throw new Error(`parameter ${id} is not a number`);
      return found.value;
    },
    words,
    choice: (id) => words(id)[0] ?? '',
    list: Object.entries(file.parameters).map(([id, spec]) => ({
      policy: file.policy,
      id,
      title: spec.title,
      article: spec.article,
      note: spec.note ?? null,
      reading: spec.choices !== undefined,
      assumption: spec.assumption ?? false,
      unfilled: spec.unfilled ?? null,
      values: [...(entries.get(id) ?? [])].map(([grade, { value, since }]) => ({
        grade,
        since,
        value:
          value.kind === 'quantity' ? value.quantity : { kind: 'words', value: same(value.words.join('、')) },
      })),
    })),
  };
  return { parameters, problems };
}

const factOf = (value: Value, origin: Fact['origin']): Entry['fact'] =>
  value.kind === 'quantity' ? { quantity: value.quantity, origin } : null;

/** Of years, months, days, customers, items: beyond it the calendar itself comes to an end. */
const largestCount = 100_000;

/** A number as it is written, of four places at most. */
const isShortDecimal = (written: number): boolean => /^-?\d+(?:\.\d{1,4})?$/.test(String(written));

/** What a dated line says; null: it cannot be read as anything. */
export function read(written: WrittenValue, spec: ParameterSpec): Value | null {
  if (spec.choices)
    return typeof written === 'string' && spec.choices.includes(written)
      ? { kind: 'words', words: [written] }
      : null;
  if (Array.isArray(written)) return { kind: 'words', words: written };
  if (typeof written === 'number')
    return isShortDecimal(written) && Math.abs(written) <= largestCount
      ? { kind: 'quantity', quantity: countOf('number', written) }
      : null;
  const money = /^(CNY|USD) (-?)(\d{1,3}(?:,\d{3}){0,5}|\d{1,18})(\.\d{1,2})?$/.exec(written);
  if (money) {
    const [, unit = '', sign, whole = '', places = ''] = money;
    const digits = `${sign}${whole.replaceAll(',', '')}${places}`;
    return { kind: 'quantity', quantity: amountOf(unit, fromPlain(digits)) };
  }
  const [, sign = '', share = ''] = /^(-?)(.*)$/.exec(written) ?? [];
  const part = percentage(share);
  const value = part && (sign === '' ? part : minus(zero, part));
  return value && { kind: 'quantity', quantity: { kind: 'ratio', value } };
}
