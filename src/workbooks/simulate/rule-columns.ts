/** The columns of a rule that comes out differently: its figure, both thresholds, both outcomes. */
import type { Quantity } from '../../model/fact.ts';
import type { RuleMove } from '../../model/simulation.ts';
import type { Text } from '../../model/text.ts';
import { blank, code, figure, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, column } from '../../spreadsheet/list.ts';
import type { Cell, Mark } from '../../spreadsheet/sheet.ts';
import { marksOf } from '../manager/finding-lines.ts';
import { conditionMarks, outcomeMarks, unitOf } from '../words.ts';

const gone: Mark = { text: { zh: '（无此规则）', en: '(no such rule)' }, tone: 'muted' };

/** Of a rule that the policy does not have, so much. */
export const outcomeCell = (found: Mark | undefined): Cell => marked(found ?? gone);
export const outcomesWithGone = (marks: Readonly<Record<string, Mark>>): Mark[] => [
  ...Object.values(marks),
  gone,
];

/** A row about a rule; null: it has no single rule to name. */
interface OfRule {
  readonly rule: RuleMove | null;
}

const figured = (quantity: Quantity | null | undefined, bound?: Quantity | null): Cell =>
  figure(quantity ?? null, undefined, bound);

/** `titleOf`: what that is called of which the rule is a condition. */
export function ruleColumns<R extends OfRule>(of: Text, titleOf: (row: R, id: string) => Text): Column<R>[] {
  const ofRule = (
    key: string,
    header: Text,
    width: readonly [number, number],
    cell: (rule: RuleMove, row: R) => Cell,
  ): Column<R> => column(key, header, width, (row) => (row.rule ? cell(row.rule, row) : blank));
  const outcome = (side: 'before' | 'after', header: Text): Column<R> => ({
    ...ofRule(`outcome-${side}`, header, [10, 14], ({ condition, [side]: judged }) =>
      outcomeCell(judged ? marksOf(condition)[judged.outcome] : undefined),
    ),
    marks: [conditionMarks.met, conditionMarks.unmet, ...outcomesWithGone(outcomeMarks)],
  });
  return [
    ofRule('rule', { zh: '起决定作用的规则', en: 'Rule' }, [16, 30], ({ title }) => words(title)),
    ofRule('article', { zh: '条款', en: 'Article' }, [8, 14], ({ article }) => code(article)),
    ofRule('grade', of, [12, 16], (rule, row) => words(rule.of === null ? null : titleOf(row, rule.of))),
    ofRule('observed', { zh: '实际', en: 'Figure' }, [10, 18], ({ observed, after }) =>
      figured(observed, after?.threshold),
    ),
    ofRule('threshold-before', { zh: '标准（原制度）', en: 'Threshold, before' }, [10, 18], ({ before }) =>
      figured(before?.threshold),
    ),
    ofRule('threshold-after', { zh: '标准（新制度）', en: 'Threshold, after' }, [10, 18], ({ after }) =>
      figured(after?.threshold),
    ),
    ofRule('unit', { zh: '单位', en: 'Measured in' }, [8, 12], ({ observed, after }) =>
      words(unitOf(observed ?? after?.threshold ?? null)),
    ),
    outcome('before', { zh: '原制度结果', en: 'Outcome, before' }),
    outcome('after', { zh: '新制度结果', en: 'Outcome, after' }),
  ];
}
