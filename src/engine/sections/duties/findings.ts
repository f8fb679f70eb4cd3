/** A duty's account as an entry shows it: its finding, its figures, and the lines of what is lacking. */

import { countOf, type Fact, type Quantity, readOff, theseRows } from '../../../model/fact.ts';
import type { By, Finding } from '../../../model/judgement.ts';
import type { Outcome } from '../../../model/outcome.ts';
import type { SectionFigure, SectionLine } from '../../../model/section-result.ts';
import type { DutySpec } from '../../../model/sections/duties.ts';
import type { Text } from '../../../model/text.ts';
import type { Branch } from '../../context.ts';
import { findingOf, missingTable } from '../../finding.ts';
import { figureOf } from '../evaluator.ts';
import type { Account } from './duty.ts';

/** Where not all of the records could be read, what seems to be lacking may be among the others. */
export const told = (account: Account, whole: boolean): Account =>
  whole || account.lines.length === 0
    ? account
    : {
        ...account,
        lines: account.lines.map((line) => ({ ...line, outcome: 'unknown' })),
        missing: [missingTable('activities')],
      };

interface DutyFinding {
  readonly finding: Finding;
  readonly figures: readonly SectionFigure[];
  readonly lines: readonly SectionLine[];
  readonly notes: readonly Text[];
}

/** `recorded`: there is a table of activities at all; without it nobody can tell, and needs are not even known. */
export function judgedOf(
  id: string,
  spec: DutySpec,
  account: Account,
  { recorded, branch }: { readonly recorded: boolean; readonly branch: Branch },
): DutyFinding {
  const { required, requiredBy } = account;
  const isCounted = spec.every === 'none';
  const isOwed =
    !isCounted && (required > 0 || account.lines.length > 0 || (!recorded && spec.every === 'need'));
  const lines = recorded ? account.lines : [];
  const isOpen = !recorded || lines.some(({ outcome }) => outcome === 'unknown');
  const outcome: Outcome = !isOwed
    ? 'not-applicable'
    : lines.some((line) => line.outcome === 'unmet')
      ? 'unmet'
      : isOpen
        ? 'unknown'
        : 'met';
  const due = !recorded && spec.every === 'need' ? null : required;
  const done = (isOwed && isOpen) || (isCounted && !recorded) ? null : account.done;
  const lacking = due === null || done === null ? null : Math.max(0, due - done);
  const part = (name: Text): Text => ({
    zh: `${spec.title.zh}：${name.zh}`,
    en: `${spec.title.en}: ${name.en}`,
  });
  const words = {
    required: part({ zh: '应做', en: 'required' }),
    done: part({ zh: '已做', en: 'done' }),
    lacking: part({ zh: '缺', en: 'missing' }),
  };
  const requiredFact: Fact = {
    quantity: numberOf(due),
    origin: {
      kind: 'calculation',
      title: words.required,
      how: requiredBy ?? { from: linesOf(spec, branch) },
    },
  };
  const doneFact: Fact = readOff(
    words.done,
    numberOf(done),
    theseRows({ table: 'activities', rows: account.looked }),
  );
  const lackingFact: Fact = {
    quantity: numberOf(lacking),
    origin: {
      kind: 'calculation',
      title: words.lacking,
      how: { largest: [{ number: '0' }, { difference: [{ fact: requiredFact }, { fact: doneFact }] }] },
    },
  };
  return {
    finding: findingOf(
      { rule: id, title: spec.title, article: spec.article },
      {
        by: byOf(isOwed, isOpen),
        outcome,
        observed: doneFact,
        threshold: requiredFact,
        missing: recorded ? (account.missing ?? []) : [missingTable('activities')],
      },
    ),
    figures: [
      figureOf(`${id}-required`, words.required, requiredFact),
      figureOf(`${id}-done`, words.done, doneFact),
      figureOf(`${id}-missing`, words.lacking, lackingFact),
    ],
    lines,
    notes: account.notes ?? [],
  };
}

/** While records are open, it is they that decide, not how many there are. */
function byOf(isOwed: boolean, isOpen: boolean): By {
  if (!isOwed) return { kind: 'scope' };
  return isOpen ? { kind: 'record', table: 'activities', column: null } : { kind: 'at-least' };
}

/** The parameters that say how often, for whom, within how many days. */
const linesOf = (spec: DutySpec, { parameters }: Branch): Fact[] =>
  [
    'times' in spec ? spec.times : null,
    'customers' in spec ? spec.customers['at-least'] : null,
    'answered-within' in spec ? spec['answered-within'] : null,
  ].flatMap((parameter) => (parameter === null ? [] : [parameters.fact(parameter)]));

const numberOf = (value: number | null): Quantity | null =>
  value === null ? null : countOf('number', value);
