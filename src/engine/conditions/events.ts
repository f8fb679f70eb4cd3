/** Rules on the ledger of events: what happened within a span, admonitions that ran out, admonitions that were owed. */
import { type Day, firstDay, lastDay, shiftQuarter } from '../../model/calendar.ts';
import type { ConditionSpecs } from '../../model/conditions/index.ts';
import { countOf, readOff, theseRows } from '../../model/fact.ts';
import type { Span } from '../../model/figures/spans.ts';
import { metIf } from '../../model/outcome.ts';
import type { Row } from '../../model/package.ts';
import { kindsOf } from '../../model/policy/declared-words.ts';
import type { PolicyFile } from '../../model/policy.ts';
import { comma, joined, same, type Text } from '../../model/text.ts';
import { admonitionsOf, inForceOn } from '../admonitions.ts';
import type { Branch, Context } from '../context.ts';
import { evidence } from '../finding.ts';
import { missingAppraisal, missingArchive } from '../past.ts';
import type { Evaluator } from './evaluator.ts';

type Event = Row<'events'>;

const titleOf = (kind: string, policy: PolicyFile): Text => policy['event-kinds'][kind]?.title ?? same(kind);

export const titlesOf = (kinds: readonly string[], policy: PolicyFile): Text =>
  joined(kinds, comma, (kind) => titleOf(kind, policy));

const eventEvidence = (events: readonly Event[], { policy }: Branch) =>
  events.map((event) => {
    const title = titleOf(event.kind, policy);
    return evidence('events', event, {
      zh: [event.date, title.zh, event.reference, event.note].filter(Boolean).join(' '),
      en: [event.date, title.en, event.reference, event.note].filter(Boolean).join(' '),
    });
  });

/** The first and last day of a span; `period` is the quarter at the interim stage and the year at the annual one. */
function spanOf(within: Span, branch: Branch): readonly [Day, Day] {
  const year = Number(branch.period.slice(0, 4));
  if (within === 'last-year') return [`${year - 1}-01-01`, `${year - 1}-12-31`];
  if (within === 'quarter' || (within === 'period' && branch.stage === 'interim'))
    return [firstDay(branch.period), branch.lastDay];
  return [`${year}-01-01`, branch.lastDay];
}

/** The events of some kinds within a span, both ends included, and its first and last day. */
export function eventsWithin(kinds: readonly string[], within: Span, { branch, measured }: Context) {
  const [from, to] = spanOf(within, branch);
  const found = measured.portfolio.events.filter(
    ({ kind, date }) => kinds.includes(kind) && date >= from && date <= to,
  );
  return { from, to, found };
}

/** An event of one of the kinds lies within the span. */
export const event: Evaluator<'event'> = (spec, context) => {
  const { branch } = context;
  const { from, to, found } = eventsWithin(spec.kinds, spec.within, context);
  const titles = titlesOf(spec.kinds, branch.policy);
  return {
    title: { zh: `${titles.zh}（${from} 至 ${to}）`, en: `${titles.en} (${from} to ${to})` },
    by: { kind: 'event', kinds: spec.kinds, from, to },
    outcome: metIf(found.length > 0),
    observed: readOff(
      { zh: '事件', en: 'Events' },
      countOf('events', found.length),
      theseRows({ table: 'events', rows: found }),
    ),
    evidence: eventEvidence(found, branch),
  };
};

/**
 * An admonition's period has run out by the quarter's last day without a lift in time. With `lift: ever` a later lift
 * until that day clears it too; with `in-time` it does not.
 */
export const admonition: Evaluator<'admonition'> = (spec, { branch, measured }) => {
  const { lastDay: today, parameters, policy } = branch;
  // The ledger may be of a later day: what it holds of then is the next quarter's.
  const known = measured.portfolio.events.filter(({ date }) => date <= today);
  const ranOut = admonitionsOf(known, parameters.count(spec.months), policy).filter(
    ({ runsOut, lifted }) =>
      runsOut <= today && (lifted === null || (spec.lift === 'in-time' && lifted.date > runsOut)),
  );
  const begun = titlesOf(kindsOf(policy, 'admonition'), policy);
  return {
    title: {
      zh: `${begun.zh}期满未解除`,
      en: `Ran out without being lifted: ${begun.en}`,
    },
    by: { kind: 'event', kinds: kindsOf(policy, 'admonition', 'lift'), from: null, to: today },
    outcome: metIf(ranOut.length > 0),
    evidence: eventEvidence(
      ranOut.map((each) => each.event),
      branch,
    ),
  };
};

/**
 * An admonition was owed last quarter, and nothing answers it: neither an admonition nor an explanation recorded since,
 * nor, where the rule gives the months of one, an earlier admonition that was still in force when that quarter ended.
 */
export const unansweredAdmonition: Evaluator<'unanswered-admonition'> = (spec, context) => {
  const { branch, manager } = context;
  const { parameters, policy, past } = branch;
  const period = shiftQuarter(branch.period, -1);
  const answered = answersTo(spec, context);
  if (answered.events.length > 0)
    return { by: answered.by, outcome: 'unmet', evidence: eventEvidence(answered.events, branch) };
  const by = { kind: 'archive', period } as const;
  const { previous } = past;
  if (!previous) return { by, outcome: 'unknown', missing: [missingArchive(period)] };
  if (previous.leftOut(manager.manager_id))
    return { by, outcome: 'unknown', missing: [missingAppraisal(previous)] };
  const { also } = spec;
  const alsoOwed = also && parameters.choice(also.when) === 'owed' ? also.rule : null;
  const owed = (previous.manager(manager.manager_id)?.warnings ?? []).filter(
    ({ rule, level, outcome }) => outcome === 'triggered' && (level === spec.level || rule === alsoOwed),
  );
  return {
    by,
    outcome: metIf(owed.length > 0),
    notes: owed.map(({ rule }) => {
      const title = policy.warnings.find((each) => each.rule === rule)?.title ?? same(rule);
      return {
        zh: `${previous.period} 触发：${title.zh}`,
        en: `triggered in ${previous.period}: ${title.en}`,
      };
    }),
  };
};

/** What answers an admonition that was owed last quarter, and where it was looked for. */
function answersTo(spec: ConditionSpecs['unanswered-admonition'], { branch, measured }: Context) {
  const { parameters, period, lastDay: to, policy } = branch;
  const { events } = measured.portfolio;
  const previous = shiftQuarter(period, -1);
  const from = firstDay(spec.months === undefined ? period : previous);
  const kinds = kindsOf(policy, 'admonition', 'explanation');
  const recorded = events.filter(({ kind, date }) => kinds.includes(kind) && from <= date && date <= to);
  const standing =
    spec.months === undefined
      ? []
      : admonitionsOf(events, parameters.count(spec.months), policy).filter(
          (each) => each.event.date < from && inForceOn(each, lastDay(previous)),
        );
  return {
    by: { kind: 'event', kinds, from: standing.length > 0 ? null : from, to } as const,
    events: [...standing.map(({ event }) => event), ...recorded],
  };
}
