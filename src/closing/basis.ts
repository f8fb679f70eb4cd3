/** What a run leaves for closing its quarter: the roster and the ledger as they stood, and what waits for a person. */
import { admonitionsAmong, kindsWith } from '../model/admonitions.ts';
import type { Appraisal, ManagerAppraisal } from '../model/appraisal.ts';
import { addMonths, lastDay, shiftQuarter } from '../model/calendar.ts';
import type { ClosingBasis, Due, WarnedQuestion } from '../model/closing.ts';
import { type Decision, decisionOf, isDecided, type Warning, warningsOf } from '../model/entries.ts';
import type { PolicyInForce } from '../model/in-force.ts';
import type { Row } from '../model/package.ts';
import { comma, join, joined, semicolon } from '../model/text.ts';
import { basisOf, raisedWarnings } from '../workbooks/index.ts';
import { choiceWord, levelWord } from '../workbooks/words.ts';
import { reviewOf } from './review.ts';
import { headerOf, rosterIn } from './roster.ts';

/** Null: the policy neither warns nor appoints anybody, so that nothing waits for a person. */
export function closingBasisOf(appraisal: Appraisal, fingerprint: string): ClosingBasis | null {
  const { period, stage, policy, package: read } = appraisal;
  const { closing } = policy;
  const appointments = proposalsIn(appraisal);
  if (policy.ladder.length === 0 && appointments.length === 0) return null;
  const { tables } = read;
  return {
    schema: 'rm-appraisal/closing/1',
    period,
    stage,
    fingerprint,
    policy: { id: policy.id, edition: policy.edition, title: policy.title },
    bank: read.bank?.bank ?? null,
    ladder: [...ladderIn(policy)],
    statuses: policy.statuses.map(({ id, text }) => ({ id, title: text })),
    events: policy.eventKinds.map(({ id, text }) => ({
      ...{ id, title: text, role: closing.roles[id] ?? null },
    })),
    rules: closing.rules,
    actions: closing.actions.map(({ id, text }) => ({ id, title: text })),
    months: closing.months,
    people: tables.roster.map(({ manager_id: id, name, unit, grade, status }) => ({
      ...{ id, name, unit, status },
      grade: heldIn(policy, grade),
    })),
    roster: rosterIn(tables.roster, policy),
    ledger: [...tables.events, ...read.lateEvents].map(ledgerEvent),
    warnings: warnedIn(appraisal, ({ level, list }) => {
      const { levels, lists } = closing.rules.warnings;
      return levels.includes(level) || lists.includes(list);
    }),
    lifting: liftingIn(appraisal),
    appointments,
    liability: warnedIn(appraisal, ({ level }) => (closing.rules.liability?.levels ?? []).includes(level)),
    traineeship: traineesIn(appraisal),
    due: dueIn(appraisal),
    watched: appraisal.watchList.map(({ managerId, loanId, customerName, reasons }) => ({
      ...{ managerId, loanId, customerName },
      reasons: joined(reasons, comma, (reason) => choiceWord(policy.watchReasons, reason)),
    })),
  };
}

const ledgerEvent = ({ manager_id: managerId, date, kind, reference, note }: Row<'events'>) => ({
  ...{ managerId, date, kind, reference: reference ?? '', note: note ?? '' },
});

/** Triggered or for a person to confirm, manager by manager, the gravest first. */
const warnedIn = (appraisal: Appraisal, isAsked: (warning: Warning) => boolean): WarnedQuestion[] =>
  appraisal.managers.flatMap((each) =>
    raisedWarnings(warningsOf(each), appraisal.policy)
      .filter(isAsked)
      .map((warning) => ({
        id: `${each.manager.manager_id}/${warning.rule}`,
        managerId: each.manager.manager_id,
        rule: warning.rule,
        title: warning.title,
        level: levelWord(appraisal, warning.level),
        list: warning.list,
        article: warning.article,
        outcome: warning.outcome === 'review' ? 'review' : 'triggered',
        basis: basisOf(warning),
      })),
  );

/** Not lifted yet: in force, or run out. */
function liftingIn({
  period,
  managers,
  policy,
  package: { lateEvents },
}: Appraisal): ClosingBasis['lifting'] {
  const { months, roles, rules } = policy.closing;
  if (months === null || rules.lifting === undefined) return [];
  const today = lastDay(period);
  return managers.flatMap(({ manager: { manager_id: managerId }, portfolio }) =>
    admonitionsAmong(
      [...portfolio.events, ...lateEvents.filter((each) => each.manager_id === managerId)],
      months,
      kindsWith(roles),
    )
      .filter(({ lifted, event }) => lifted === null && event.date <= today)
      .map(({ event, runsOut }) => ({
        id: `${managerId}/${event.date}`,
        managerId,
        since: event.date,
        reference: event.reference ?? '',
        until: runsOut,
      })),
  );
}

/** The policy's ladder; of a policy without one the titles that its section proposes. */
const ladderIn = ({ ladder, closing }: PolicyInForce): ClosingBasis['ladder'] =>
  ladder.length > 0
    ? ladder.map(({ id, title, approval, trainee, employeeLevel }) => ({
        ...{ id, title, approval, trainee, employeeLevel, roster: title.zh },
      }))
    : (closing.proposing?.titles ?? []).map(({ id, text: title, approval, grades }) => {
        const [grade, ...others] = closing.rosterGrades.filter((each) => grades.includes(each.id));
        const roster = others.length > 0 ? null : (grade?.text.zh ?? null);
        return { id, title, approval, trainee: false, employeeLevel: null, roster };
      });

/** What the word of the roster stands for: a grade or title of the policy, else what the roster calls it. */
function heldIn({ ladder, closing }: PolicyInForce, grade: string): string {
  if (ladder.some(({ id }) => id === grade)) return grade;
  const title = closing.proposing?.titles.find(({ grades }) => grades.includes(grade));
  return title?.id ?? closing.rosterGrades.find(({ id }) => id === grade)?.text.zh ?? grade;
}

function proposalsIn(appraisal: Appraisal): ClosingBasis['appointments'] {
  const { managers, sections, policy } = appraisal;
  const { proposing } = policy.closing;
  const section = sections.find(({ id, policy: of }) => of === policy.id && id === proposing?.section);
  const bySection = new Map(
    section?.entries.flatMap((entry) => (isDecided(entry) ? [[entry.managerId, entry.decision]] : [])),
  );
  return managers.flatMap((each) => {
    const decision = decisionOf(each) ?? bySection.get(each.manager.manager_id);
    return decision === undefined ? [] : [proposalOf(appraisal, each, decision)];
  });
}

function proposalOf(
  appraisal: Appraisal,
  appraised: ManagerAppraisal,
  decision: Decision,
): ClosingBasis['appointments'][number] {
  const { manager } = appraised;
  const asksForm = appraisal.policy.closing.rules.appointments?.letter !== undefined;
  const { action, title, toGrade, approval, articles, toDecide, missing } = decision;
  return {
    id: manager.manager_id,
    managerId: manager.manager_id,
    held: heldIn(appraisal.policy, manager.grade),
    ...{ action, title, toGrade, approval, articles: [...articles] },
    toDecide: join([...toDecide, ...missing.map(({ text }) => text)], semicolon),
    review: asksForm ? reviewOf(appraisal, appraised, toGrade ?? manager.grade) : [],
  };
}

/** Whose traineeship ends by the end of the next quarter: the day is the roster's where that is later. */
function traineesIn({ period, managers, policy }: Appraisal): ClosingBasis['traineeship'] {
  const { traineeMonths, rules } = policy.closing;
  if (rules.traineeship === undefined) return [];
  const last = lastDay(shiftQuarter(period, 1));
  const trainees = new Set(policy.ladder.filter(({ trainee }) => trainee).map(({ id }) => id));
  return managers.flatMap(({ manager }) => {
    const { manager_id: id, grade, trainee_since: since, trainee_type: type, trainee_until: own } = manager;
    const months = type === null ? undefined : traineeMonths[type];
    if (!trainees.has(grade) || since === null || months === undefined) return [];
    // The time of a new graduate is given; that of the others is no less than so many months.
    const ends = [addMonths(since, months), ...(type === 'graduate' || own === null ? [] : [own])];
    const until = ends.sort().at(-1) ?? '';
    return until > last ? [] : [{ id, managerId: id, since, until }];
  });
}

/** Years that a grade asks for and that are full in the next quarter; exams of which the roster says nothing. */
function dueIn({ period, managers, policy }: Appraisal): Due[] {
  const { tenures, exams } = policy.closing;
  const [today, last] = [lastDay(period), lastDay(shiftQuarter(period, 1))];
  return managers.flatMap(({ manager }) => {
    const { manager_id: managerId } = manager;
    const cells: Readonly<Record<string, unknown>> = { ...manager };
    return [
      ...tenures.flatMap(({ title, since, years }): Due[] => {
        const began = cells[since];
        const on = typeof began === 'string' ? addMonths(began, 12 * years) : '';
        const what = join([title, { zh: `满 ${years} 年`, en: `: ${years} years` }]);
        return on > today && on <= last ? [{ managerId, what, on }] : [];
      }),
      ...exams.flatMap((column): Due[] => {
        const what = join([headerOf(column), { zh: '尚无结果', en: ' has no result yet' }]);
        return cells[column] === null ? [{ managerId, what, on: null }] : [];
      }),
    ];
  });
}
