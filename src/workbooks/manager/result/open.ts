/** What could not be judged for want of data, and what would settle it; what a person must decide stands with the conclusion. */

import type { ManagerAppraisal } from '../../../model/appraisal.ts';
import { decisionOf, floorOf, gradesOf, warningsOf } from '../../../model/entries.ts';
import type { Finding } from '../../../model/judgement.ts';
import { comma, join, type Text } from '../../../model/text.ts';
import { within } from '../../../model/walk.ts';
import type { PlacedEntry } from '../../sections/words.ts';
import type { ManagerView } from '../view.ts';
import { fullest, type InRoom } from './room.ts';

const w = {
  none: { zh: '没有。', en: 'Nothing.' },
  rest: (count: number): Text => ({
    zh: `另有 ${count} 项，见各表。`,
    en: `${count} more on the other sheets.`,
  }),
  more: (count: number): Text => ({ zh: `等 ${count} 项`, en: ` and others, ${count} in all` }),
};

const mostRules = 4;

interface OpenQuestion {
  readonly key: string;
  readonly text: Text;
  /** The rules that wait for it. */
  readonly rules: readonly Text[];
}

interface Questioned {
  readonly appraised: ManagerAppraisal;
  readonly sections: readonly PlacedEntry[];
}

/** Everything that is missing for this manager, with the rules that wait for it, the one most waited for first. */
export function openQuestions({ appraised, sections }: Questioned): OpenQuestion[] {
  const byKey = new Map<string, { text: Text; rules: Map<string, Text> }>();
  const collect = (findings: readonly Finding[]): void => {
    for (const rule of findings)
      for (const { key, text } of within(rule).flatMap((part) => part.missing)) {
        const known = byKey.get(key) ?? { text, rules: new Map<string, Text>() };
        known.rules.set(rule.rule ?? rule.title.zh, rule.title);
        byKey.set(key, known);
      }
  };
  for (const grade of gradesOf(appraised)) collect(grade.rules.filter((rule) => rule.outcome === 'unknown'));
  const floor = floorOf(appraised);
  if (floor?.outcome === 'unknown') collect([floor]);
  for (const warning of warningsOf(appraised))
    if (warning.outcome === 'unknown')
      collect([{ ...warning.finding, rule: warning.rule, title: warning.title }]);
  // A proposal that waits for a rule waits for what the rule waits for, and that stands here already.
  for (const { key, text } of (decisionOf(appraised)?.missing ?? []).filter(
    (each) => !each.key.startsWith('rule:'),
  ))
    byKey.set(key, byKey.get(key) ?? { text, rules: new Map() });
  for (const { section, entry } of sections)
    for (const { key, text } of entry.missing) {
      const known = byKey.get(key) ?? { text, rules: new Map<string, Text>() };
      known.rules.set(section.id, section.title);
      byKey.set(key, known);
    }
  return [...byKey]
    .map(([key, { text, rules }]) => ({ key, text, rules: [...rules.values()] }))
    .sort((a, b) => b.rules.length - a.rules.length || (a.key < b.key ? -1 : 1));
}

export function openBlocks(view: ManagerView): InRoom {
  const questions = openQuestions(view);
  // That nothing is open is said where there is room for it.
  if (questions.length === 0) return (room) => (room.words ? [{ kind: 'text', text: w.none }] : null);
  const lines = questions.slice(0, fullest.questions).map(({ text, rules }): Text => {
    const shown = join(rules.slice(0, mostRules), comma);
    const more = rules.length > mostRules ? w.more(rules.length) : '';
    return rules.length === 0
      ? join(['· ', text])
      : join(['· ', text, { zh: '，影响：', en: '; it would settle: ' }, shown, more]);
  });
  return ({ questions: most }) =>
    [...lines.slice(0, most), ...(questions.length > most ? [w.rest(questions.length - most)] : [])].map(
      (text) => ({ kind: 'text', text, tone: 'open' }),
    );
}
