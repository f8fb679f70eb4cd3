/** A branch's headcount: for its sub-units or for its business, whichever is more; in its first year for its sub-units. */

import { yearOf, yearsBetween } from '../../model/calendar.ts';
import { amountOf, countOf, type Fact, type Quantity, readOff, theseRows } from '../../model/fact.ts';
import type { Finding } from '../../model/judgement.ts';
import type { Row } from '../../model/package.ts';
import type { SectionEntry } from '../../model/section-result.ts';
import type { HeadcountSpec } from '../../model/sections/headcount.ts';
import type { UnitFigure } from '../../model/sections/units.ts';
import { verdicts } from '../../model/sections/verdicts.ts';
import { same, type Text } from '../../model/text.ts';
import type { Branch } from '../context.ts';
import { comparedBy, findingOf } from '../finding.ts';
import { entryAbout, figureOf, type SectionEvaluator } from './evaluator.ts';
import { computed, counted, isKnown, type Ranged, reckoned } from './ranged.ts';
import { actualOf, entriesFor, unitLacks, unitTitle } from './units.ts';

export const headcount: SectionEvaluator<HeadcountSpec> = (spec, { branch }) => ({
  subjects: 'units',
  verdictTitle: { zh: '缺编情况', en: 'Against the headcount' },
  entries: entriesFor(spec.units, branch, (row) => entryFor(spec, row, branch)),
});

const titles = {
  base: { zh: '基础编制', en: 'For its sub-units' },
  volume: { zh: '业务规模编制', en: 'For its volume' },
  growth: { zh: '增加编制', en: 'For its growth' },
  business: { zh: '业务量编制', en: 'For its business' },
  headcount: { zh: '应配编制', en: 'Headcount' },
  difference: { zh: '差额（正数缺编，负数超编）', en: 'Difference (above 0: vacancies)' },
  firstYear: { zh: '成立第一年', en: 'In its first year' },
} as const;

const verdictOf = (vacant: number) =>
  verdicts.headcount[vacant > 0 ? 'vacancies' : vacant < 0 ? 'surplus' : 'full'];

function entryFor(spec: HeadcountSpec, row: Row<'units'>, branch: Branch): SectionEntry {
  const base = forSubUnits(spec, row, branch);
  const business = forBusiness(spec, row, branch);
  const firstYear = firstYearOf(spec['first-year'], row, branch);
  const total = headcountOf(base.due, business.due, firstYear);
  const actual = actualOf(row, branch.parameters.choice(spec.actual), branch);
  const now = counted('actual', unitTitle('actual'), actual.fact);
  const vacant =
    isKnown(total) && isKnown(now) ? reckoned([total, now], ([due = 0, there = 0]) => due - there).low : null;
  const difference = figureOf('difference', titles.difference, {
    quantity: vacant === null ? null : countOf('number', vacant),
    origin: {
      kind: 'calculation',
      title: titles.difference,
      how: { difference: [{ fact: total.fact }, { fact: now.fact }] },
    },
  });
  // What the business is not known to be decides nothing in the first year.
  const open = [...base.inputs, ...(firstYear.outcome === 'met' ? [] : business.inputs)].filter(
    (figure) => !isKnown(figure),
  );
  return entryAbout(row.branch, same(row.branch), {
    outcome: vacant === null ? 'unknown' : 'met',
    verdict: vacant === null ? null : verdictOf(vacant),
    figures: [...base.figures, ...business.figures, total, now, difference].map(({ id, title, fact }) =>
      figureOf(id, title, fact),
    ),
    findings: [firstYear],
    missing: [
      ...(isKnown(total)
        ? []
        : [...open.map(({ id }) => unitLacks(row, id as UnitFigure, branch)), ...firstYear.missing]),
      ...actual.missing,
    ],
    notes: actual.notes,
  });
}

/** The number that a part of the headcount gives, what it was read from, and every figure on the way. */
interface Part {
  readonly due: Ranged;
  readonly inputs: readonly Ranged[];
  readonly figures: readonly Ranged[];
}

function forSubUnits({ base }: HeadcountSpec, row: Row<'units'>, { parameters }: Branch): Part {
  const of = unitFigure(row, base.column);
  const times = parameters.count(base.times);
  const due = computed('base', titles.base, {
    of: [of],
    range: reckoned([of], ([units = 0]) => units * times),
    how: { product: [{ fact: of.fact }, { fact: parameters.fact(base.times) }] },
  });
  return { due, inputs: [of], figures: [of, due] };
}

function forBusiness({ volume, growth }: HeadcountSpec, row: Row<'units'>, branch: Branch): Part {
  const scale = wholeSteps(volume, 'volume', titles.volume, row, branch);
  const grown = growth.of.map((step) =>
    wholeSteps(step, `${step.column}-steps`, stepsTitle(step.column), row, branch),
  );
  const steps = grown.map(({ due }) => due);
  // So many of the conditions hold together as often as the one that comes n-th in how often it holds.
  const nth = branch.parameters.count(growth.together);
  const more = computed('growth', titles.growth, {
    of: steps,
    range: reckoned(steps, (times) => times.toSorted((a, b) => b - a)[nth - 1] ?? 0),
    how: { nth, of: steps.map(({ fact }) => ({ fact })) },
  });
  const due = computed('business', titles.business, {
    of: [scale.due, more],
    range: reckoned([scale.due, more], ([a = 0, b = 0]) => a + b),
    how: { sum: [{ fact: scale.due.fact }, { fact: more.fact }] },
  });
  const parts = [scale, ...grown];
  return {
    due,
    inputs: parts.flatMap(({ inputs }) => inputs),
    figures: [...parts.flatMap(({ figures }) => figures), more, due],
  };
}

/** How many whole steps a column's figure holds; below 0 it holds none. */
function wholeSteps(
  { column, step }: HeadcountSpec['volume'],
  id: string,
  title: Text,
  row: Row<'units'>,
  { parameters }: Branch,
): Part {
  const of = unitFigure(row, column);
  const size = parameters.fact(step);
  const due = computed(id, title, {
    of: [of],
    range: isKnown(of) ? exactly(stepsIn(of.fact.quantity, size.quantity)) : of.range,
    how: {
      whole: { largest: [{ number: '0' }, { quotient: [{ fact: of.fact }, { fact: size }] }] },
    },
  });
  return { due, inputs: [of], figures: [of, due] };
}

const exactly = (value: number) => ({ low: value, high: value });

function stepsIn(value: Quantity | null, step: Quantity): number {
  if (value?.kind === 'amount' && step.kind === 'amount')
    return Math.max(0, Number(value.value / step.value));
  if (value?.kind === 'count' && step.kind === 'count')
    return Math.max(0, Math.floor(value.value / step.value));
  throw new Error(`a step of kind ${step.kind} for a figure of kind ${value?.kind}`);
}

const stepsTitle = (column: UnitFigure): Text => ({
  zh: `${unitTitle(column).zh}可增编制`,
  en: `For ${unitTitle(column).en.toLowerCase()}`,
});

function unitFigure(row: Row<'units'>, column: UnitFigure): Ranged {
  const value = row[column];
  const fact: Fact = readOff(
    unitTitle(column),
    value === null ? null : typeof value === 'bigint' ? amountOf('CNY', value) : countOf('number', value),
    theseRows({ table: 'units', rows: [row] }),
  );
  return counted(column, unitTitle(column), fact);
}

/** In the first year the sub-units alone decide; later whichever is more. Not known which: where both give the same. */
function headcountOf(base: Ranged, business: Ranged, { outcome }: Finding): Ranged {
  const both = [base, business];
  const more = reckoned(both, (values) => Math.max(...values));
  const largest = { largest: both.map(({ fact }) => ({ fact })) };
  switch (outcome) {
    case 'met':
      return computed('headcount', titles.headcount, {
        of: [base],
        range: base.range,
        how: { fact: base.fact },
      });
    case 'unmet':
      return computed('headcount', titles.headcount, { of: both, range: more, how: largest });
    default: {
      const range = { low: base.range.low, high: more.high };
      return computed('headcount', titles.headcount, { of: both, range, how: largest });
    }
  }
}

/** Over on the anniversary of the opening, or with the calendar year of it; a day that is not stated is as the policy reads it. */
function firstYearOf(spec: HeadcountSpec['first-year'], row: Row<'units'>, branch: Branch): Finding {
  const { parameters, lastDay, period } = branch;
  const { opened_on: opened } = row;
  const threshold = parameters.fact(spec.years);
  const head = { rule: 'first-year', title: titles.firstYear, article: articleOf(threshold) };
  if (opened === null) {
    const old = parameters.choice(spec.undated) === 'old';
    return findingOf(head, {
      by: { kind: 'record', table: 'units', column: 'opened_on' },
      outcome: old ? 'unmet' : 'unknown',
      missing: [unitLacks(row, 'opened_on', branch)],
      notes: old
        ? [{ zh: '成立日期未填，不视为新成立', en: 'no opening day is stated: not taken as new' }]
        : [],
    });
  }
  const years =
    parameters.choice(spec.counted) === 'calendar-year'
      ? yearOf(period) - yearOf(opened)
      : yearsBetween(opened, lastDay);
  return findingOf(head, {
    ...comparedBy(
      'less-than',
      readOff(unitTitle('opened_on'), countOf('years', years), theseRows({ table: 'units', rows: [row] })),
      threshold,
    ),
  });
}

const articleOf = ({ origin }: Fact): string => (origin.kind === 'parameter' ? origin.article : '');
