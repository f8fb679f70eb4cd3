/** Whether every unit has the least number of managers that its kind needs: the list of shortages. */
import { countOf, type Fact } from '../../model/fact.ts';
import type { Row } from '../../model/package.ts';
import type { SectionEntry } from '../../model/section-result.ts';
import type { StaffingSpec } from '../../model/sections/staffing.ts';
import type { UnitKind } from '../../model/sections/units.ts';
import { verdicts } from '../../model/sections/verdicts.ts';
import { unitKinds } from '../../model/tables/units.ts';
import { same } from '../../model/text.ts';
import type { Branch } from '../context.ts';
import { comparedBy, findingOf } from '../finding.ts';
import { entryAbout, figureOf, type SectionEvaluator } from './evaluator.ts';
import { actualOf, entriesFor, unitTitle } from './units.ts';

const titles = {
  needed: { zh: '至少应配', en: 'Needed at least' },
  short: { zh: '缺员', en: 'Short by' },
};

export const staffing: SectionEvaluator<StaffingSpec> = (spec, { branch }) => ({
  subjects: 'units',
  verdictTitle: spec.title,
  entries: entriesFor([...(Object.keys(spec.needed) as UnitKind[]), ...spec['none-needed']], branch, (row) =>
    entryFor(spec, row, branch),
  ),
});

function entryFor(spec: StaffingSpec, row: Row<'units'>, branch: Branch): SectionEntry {
  const needed = spec.needed[row.kind];
  const actual = actualOf(row, branch.parameters.choice(spec.actual), branch);
  if (needed === undefined)
    return entryAbout(row.branch, same(row.branch), {
      outcome: 'not-applicable',
      figures: figuresOf({ quantity: null, origin: noOrigin }, actual.fact, null),
    });
  const threshold = branch.parameters.fact(needed);
  const least = branch.parameters.count(needed);
  const there = actual.fact.quantity?.kind === 'count' ? actual.fact.quantity.value : null;
  const short = there === null ? null : Math.max(0, least - there);
  const kind = unitKinds.find(({ id }) => id === row.kind);
  return entryAbout(row.branch, same(row.branch), {
    outcome: short === null ? 'unknown' : 'met',
    verdict: short === null ? null : verdicts.staffing[short > 0 ? 'short' : 'enough'],
    figures: figuresOf(threshold, actual.fact, short),
    findings: [
      findingOf(
        { rule: row.kind, title: kind?.text ?? spec.title, article: spec.article },
        {
          ...comparedBy('at-least', actual.fact, threshold),
          missing: actual.missing,
          notes: actual.notes,
        },
      ),
    ],
    missing: actual.missing,
    notes: actual.notes,
  });
}

const noOrigin = { kind: 'calculation', title: titles.needed, how: { from: [] } } as const;

const figuresOf = (needed: Fact, actual: Fact, short: number | null) => [
  figureOf('needed', titles.needed, needed),
  figureOf('actual', unitTitle('actual'), actual),
  figureOf('short', titles.short, {
    quantity: short === null ? null : countOf('number', short),
    origin: {
      kind: 'calculation',
      title: titles.short,
      how: { largest: [{ number: '0' }, { difference: [{ fact: needed }, { fact: actual }] }] },
    },
  }),
];
