/**
 * Who managed each customer, by the day: of every manager the customers with his share of each and his part to the cent;
 * for the branch alone the customers who were nobody's for some days, with what is credited to no one.
 */
import { amountOf, type Fact, inFull, madeFrom, show } from '../../model/fact.ts';
import type { Basis } from '../../model/measure.ts';
import { type Hundredths, sum } from '../../model/money.ts';
import { percent } from '../../model/ratio.ts';
import type { SectionEntry, SectionFigure, SectionLine } from '../../model/section-result.ts';
import type { AssignedSpec } from '../../model/sections/assigned.ts';
import { verdicts } from '../../model/sections/verdicts.ts';
import { inBoth, join, same, semicolon, type Text } from '../../model/text.ts';
import type { Branch, Context } from '../context.ts';
import { missingTable } from '../finding.ts';
import { measureUnit } from '../measured-portfolio.ts';
import { partOf } from '../parting.ts';
import { teamsBy, wholesBy } from '../team-credit.ts';
import type { Team } from '../teams.ts';
import { entryAbout, entryOf, figureOf, type SectionEvaluator } from './evaluator.ts';
import { measureFact } from './targets.ts';

export const assigned: SectionEvaluator<AssignedSpec> = (spec, { branch, contexts }) => ({
  subjects: 'managers',
  verdictTitle: { zh: '管户', en: 'Customers' },
  entries: [...contexts.map((context) => entryFor(spec, context)), ...nobodysIn(spec, branch)],
});

function entryFor({ measures, basis }: AssignedSpec, { branch, manager, measured }: Context): SectionEntry {
  const figures = measures.map((id): SectionFigure => {
    const fact = measureFact(measured, branch, id, basis, unitOf(id, branch));
    return figureOf(id, titleOf(id, branch), fact);
  });
  if (!branch.teams.known)
    return entryOf(manager, { outcome: 'unknown', figures, missing: [missingTable('assignments')] });
  const parts = measures.flatMap((id) =>
    measured
      .assigned(id, basis, unitOf(id, branch))
      .map((part) => ({ ...part, id, says: partWords(id, part.part, part.whole, branch) })),
  );
  const lines = [...new Set(parts.map(({ customerId }) => customerId))].map((customerId): SectionLine => {
    const own = parts.filter((part) => part.customerId === customerId);
    const [first] = own;
    const share: Text = inBoth((lang) => `${words.share[lang]} ${first ? percent(first.member.share) : ''}`);
    return {
      title: same(customerId),
      says: join([share, ...own.map(({ says }) => says)], semicolon),
      outcome: null,
      table: 'assignments',
      origin: first?.member.rows[0] ?? null,
    };
  });
  return entryOf(manager, {
    outcome: 'met',
    verdict: verdicts.assigned[lines.length === 0 ? 'none' : 'assigned'],
    figures,
    lines,
  });
}

const words = {
  share: { zh: '份额', en: 'share' },
  of: { zh: '，全额 ', en: ' of ' },
  days: { zh: '无主办', en: 'no lead' },
} as const satisfies Record<string, Text>;

const unitOf = (id: string, { policy }: Branch): string => measureUnit(policy.measures[id]);
const titleOf = (id: string, { policy }: Branch): Text => policy.measures[id]?.title ?? same(id);

const partWords = (id: string, part: Hundredths | null, whole: Hundredths | null, branch: Branch): Text =>
  inBoth((lang) => {
    const amount = (value: Hundredths | null): string =>
      value === null ? '—' : show(fullAmount(unitOf(id, branch), value), lang);
    return `${titleOf(id, branch)[lang]} ${amount(part)}${words.of[lang]}${amount(whole)}`;
  });

const fullAmount = (unit: string, value: Hundredths) => inFull(amountOf(unit, value));

/** Customers who were nobody's for some of the days, or whose stated shares leave something over. */
function nobodysIn({ measures, basis }: AssignedSpec, branch: Branch): SectionEntry[] {
  const left = measures.flatMap((id) => leftBy(id, basis, branch));
  return [...new Set(left.map(({ team }) => team.customerId))].sort().map((customerId) => {
    const own = left.filter(({ team }) => team.customerId === customerId);
    return entryAbout(customerId, same(''), {
      outcome: 'met',
      verdict: verdicts.assigned.nobody,
      figures: measures.map((id) => {
        const found = own.find((each) => each.id === id);
        return figureOf(id, titleOf(id, branch), leftFact(id, found?.left ?? 0n, branch), {
          shared: true,
        });
      }),
      lines: (own[0]?.team.nobody ?? []).map(({ from, to }) => ({
        title: words.days,
        says: same(`${from} – ${to}`),
        outcome: null,
        table: null,
        origin: null,
      })),
    });
  });
}

interface Left {
  readonly id: string;
  readonly team: Team;
  readonly left: Hundredths | null;
}

function leftBy(id: string, basis: Basis, branch: Branch): Left[] {
  const spec = branch.policy.measures[id];
  if (!spec?.assigned || !branch.teams.known) return [];
  const asked = { spec, basis, unit: unitOf(id, branch), parameters: branch.parameters };
  const wholes = wholesBy(id, asked, branch.teams);
  return teamsBy(branch, spec.assigned, basis).flatMap((team) => {
    const whole = wholes.get(team.customerId);
    if (whole === undefined) return [];
    const left = whole === null ? null : whole - sum(team.members.map((member) => partOf(member, whole)));
    return left === 0n ? [] : [{ id, team, left }];
  });
}

const leftFact = (id: string, left: Hundredths | null, branch: Branch): Fact =>
  madeFrom(verdicts.assigned.nobody.title, left === null ? null : amountOf(unitOf(id, branch), left));
