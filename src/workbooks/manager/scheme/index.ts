/**
 * One sheet for each policy whose sections speak of the manager: of each section the verdict, the figures, the rules, the
 * rows and lines that speak for them, and what is missing. Nobody else's entries are shown.
 */
import type { SectionEntry } from '../../../model/section-result.ts';
import { join, semicolon, type Text } from '../../../model/text.ts';
import { list } from '../../../spreadsheet/list.ts';
import type { Block, Sheet } from '../../../spreadsheet/sheet.ts';
import { evidenceOf } from '../../findings.ts';
import { articleIn, findingInUnits, schemeTab } from '../../sections/words.ts';
import { policyName } from '../../words.ts';
import type { ManagerSection } from '../run-summary.ts';
import { type ManagerView, opening } from '../view.ts';
import { itemColumns, itemsOf, tableBlocks } from './items.ts';
import { evidenceColumns, lineColumns, ruleColumns, ruleLines } from './rules.ts';
import { rulesPrefix } from './verdict.ts';

const w = {
  how: {
    zh: '带公式的数字由同表其他数字算出；缩进的各项是上一条件的组成部分。',
    en: 'Figures with a formula follow from others of the list; indented lines are parts of the condition above.',
  },
  missing: { zh: '无法判断，缺少：', en: 'Cannot be judged for want of: ' },
  note: { zh: '说明：', en: 'Remark: ' },
};

const said = (before: Text, text: Text, tone?: 'open'): Block => ({
  kind: 'text',
  text: join([before, text]),
  tone,
});

/** A table whose figures the others follow from stands above them. */
const isLedTo = ({ figures }: SectionEntry): boolean => figures[0]?.place !== undefined;

/** All about one entry; its heading names what it is about where that is not the manager. */
function entryBlocks(of: ManagerSection, view: ManagerView): Block[] {
  const { key, section, scheme, entry } = of;
  const { manager_id: id } = view.appraised.manager;
  const findings = entry.findings.map(findingInUnits);
  const rules = ruleLines(findings, rulesPrefix(of));
  const evidence = findings.flatMap((rule) => evidenceOf(rule).map((each) => ({ rule, evidence: each })));
  const live = scheme.policy.id === view.appraisal.policy.id;
  const missing = entry.missing.map(({ text }) => text);
  const [table, figures] = [tableBlocks(of), [list(`${key}-figures`, itemColumns, itemsOf(of))]];
  return [
    {
      kind: 'heading',
      text: join([
        section.title,
        articleIn(section.article),
        entry.subject === id ? '' : join([' · ', entry.name]),
      ]),
    },
    ...(isLedTo(entry) ? [...table, ...figures] : [...figures, ...table]),
    ...(missing.length === 0 ? [] : [said(w.missing, join(missing, semicolon), 'open')]),
    ...entry.notes.map((note) => said(w.note, note)),
    ...(rules.length === 0 ? [] : [list(`${key}-rules`, ruleColumns(of, view, live), rules)]),
    ...(evidence.length === 0 ? [] : [list(`${key}-evidence`, evidenceColumns, evidence)]),
    ...(entry.lines.length === 0 ? [] : [list(`${key}-lines`, lineColumns, entry.lines)]),
  ];
}

export function schemeSheets(view: ManagerView): Sheet[] {
  const { sections } = view;
  const schemes = [...new Set(sections.map(({ scheme }) => scheme))];
  return schemes.map((scheme, index) => ({
    id: `scheme-${index + 1}`,
    name: schemeTab(scheme),
    given: true,
    kind: 'derivation',
    blocks: [
      opening(policyName(scheme.policy), view, w.how),
      ...sections.filter((each) => each.scheme === scheme).flatMap((each) => entryBlocks(each, view)),
      { kind: 'space' },
      ...scheme.assumptions.map((text) => ({ kind: 'text', text, tone: 'warn' }) as const),
    ],
  }));
}
