/** The rules that come out differently under two policies: the innermost that are named, with figure and thresholds. */
import type { Finding } from '../../model/judgement.ts';
import type { RuleMove, RuleSide } from '../../model/simulation.ts';

type Pair = readonly [before: Finding | undefined, after: Finding | undefined];

/** Findings of the same rule beside each other; parts without an id go by their place. */
function pairsOf(before: readonly Finding[], after: readonly Finding[]): Pair[] {
  const keyed = (findings: readonly Finding[]) =>
    new Map(findings.map((finding, index) => [finding.rule ?? String(index), finding]));
  const [was, is] = [keyed(before), keyed(after)];
  return [...new Set([...was.keys(), ...is.keys()])].map((key) => [was.get(key), is.get(key)]);
}

/** What is judged under one policy: the findings behind it, and the id of what they come to. */
interface Side {
  readonly findings: readonly Finding[];
  readonly verdict: string | null;
}

/**
 * The rules behind another verdict. Where each verdict has rules of its own, as grades and stars have, those that opened
 * the better of the two, or closed it; else all that come out differently.
 */
export function rulesBehind(before: Side, after: Side): RuleMove[] {
  const pairs = pairsOf(before.findings, after.findings);
  const isVerdict = (rule: string | null): boolean =>
    rule !== null && [before.verdict, after.verdict].includes(rule);
  // A veto decides before any other rule does.
  const vetoes = pairs.flatMap(([was, is]) => {
    const { condition = false, rule = null } = is ?? was ?? {};
    return condition && !isVerdict(rule) ? changedIn(was, is, null) : [];
  });
  if (vetoes.length > 0) return vetoes;
  const decisive = pairs.find(
    ([was, is]) => isVerdict((is ?? was)?.rule ?? null) && passes(was) !== passes(is),
  );
  if (decisive === undefined) return pairs.flatMap(([was, is]) => changedIn(was, is, null));
  const [was, is] = decisive;
  const opened = passes(is);
  const behind = pairsOf(was?.parts ?? [], is?.parts ?? [])
    .flatMap(([one, other]) => changedIn(one, other, (is ?? was)?.rule ?? null))
    .filter((move) => {
      const [closed, open] = opened ? [move.before, move.after] : [move.after, move.before];
      return !passes(closed) && passes(open);
    });
  // A band, or a row of a table, is a rule by itself.
  return behind.length > 0 ? behind : changedIn(was, is, null);
}

/** Nothing that stands in the way: also a rule that is not there. */
const passes = (side: Pick<RuleSide, 'outcome'> | null | undefined): boolean =>
  !side || side.outcome === 'met' || side.outcome === 'not-applicable';

/** The innermost named rules whose outcome is another; `of`: the verdict whose rules they are. */
function changedIn(
  before: Finding | undefined,
  after: Finding | undefined,
  of: string | null,
  within = false,
): RuleMove[] {
  const finding = after ?? before;
  if (finding === undefined || before?.outcome === after?.outcome) return [];
  const condition = within || finding.condition;
  const pairs = pairsOf(before?.parts ?? [], after?.parts ?? []);
  const inside = pairs.flatMap(([was, is]) => changedIn(was, is, of, condition));
  if (inside.length > 0) return inside;
  if (finding.rule === null) return [];
  // Of a rule with a bound for a single customer, the part that moved carries the figures.
  const [was, is] = pairs.find(([one, other]) => one?.outcome !== other?.outcome) ?? [before, after];
  const carrier = is ?? was;
  const judged = (whole: Finding | undefined, part: Finding | undefined): RuleSide | null =>
    whole ? { outcome: whole.outcome, threshold: part?.threshold?.quantity ?? null } : null;
  return [
    {
      rule: finding.rule,
      title: finding.title,
      article: finding.article,
      of,
      condition,
      observed: carrier?.observed?.quantity ?? null,
      before: judged(before, was),
      after: judged(after, is),
    },
  ];
}
