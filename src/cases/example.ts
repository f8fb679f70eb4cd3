/** The case that a new package begins with: how a case is written, with what the policy makes of it now. */
import type { Quarter } from '../model/calendar.ts';
import type { Policy } from '../model/policy.ts';
import type { TableId } from '../model/tables/index.ts';
import type { Lang } from '../model/text.ts';
import { readCases, type Trial } from './case-file.ts';
import { CaseFault } from './fault.ts';
import { lookAt } from './look.ts';
import { ordinaryManager } from './package.ts';
import { tried } from './run.ts';

/** A case file for the policy, whose one case holds; null: nobody is appraised by so little. */
export function exampleCase(
  policy: Policy,
  period: Quarter,
  tables: readonly TableId[],
  lang: Lang,
): string | null {
  // A policy may speak at the year's end only, and of one line of business.
  for (const on of [period, `${period.slice(0, 4)}Q4`])
    for (const series of Object.keys(policy.file['roster-series'])) {
      const around = { period: on, series, tables };
      const [trial] = readCases(Buffer.from(textOf(around, 'notes: none', lang)), '').file?.trials ?? [];
      const place = trial && placeIn(policy, trial);
      if (place) return textOf(around, place, lang);
    }
  return null;
}

/** What is looked at, and what stands there. */
function placeIn(policy: Policy, trial: Trial): string | null {
  try {
    const { appraisal } = tried(policy, { ...trial, expect: {} });
    if (Object.keys(policy.file.ladder).length > 0) return `qualified: ${lookAt('qualified', appraisal)}`;
    for (const { id, entries } of appraisal.schemes.flatMap(({ sections }) => sections)) {
      const [first] = entries;
      if (first === undefined) continue;
      const own = entries.some(({ subject }) => subject === ordinaryManager);
      const place = own ? `section ${id}` : `section ${id} @${first.subject}`;
      return `${place}: ${lookAt(place, appraisal)}`;
    }
    return null;
  } catch (fault) {
    if (fault instanceof CaseFault) return null;
    throw fault;
  }
}

interface Around {
  readonly period: Quarter;
  readonly series: string;
  readonly tables: readonly TableId[];
}

const textOf = ({ period, series, tables }: Around, expected: string, lang: Lang): string => {
  const units = tables.includes('units') ? '\n      units: [{ branch: 甲分行 }]' : '';
  return lang === 'zh'
    ? `# 制度的案例：给了什么，应当得出什么。用 appraise policy test policy.yaml 核对。
# 没有写的，都是平常的：在岗，没有授信和事件，计划完成；列名见数据表，金额可写 7500万、1.5亿。
topic: { zh: 示例, en: an example }
cases:
  - case: 只有一笔存款
    article: 示例
    given:
      period: ${period}
      manager: { series: ${series} }
      deposits: [{ customer_id: 甲, year_avg: 7500万 }]${units}
    expect:
      ${expected}
`
    : `# Cases of the policy: what is given, and what must come out. Run by: appraise policy test policy.yaml
# What is not said is ordinary: on duty, no credit, no events, the plan fulfilled. Columns by their names in the tables;
# amounts may be written 7500万, 1.5亿.
topic: { zh: 示例, en: an example }
cases:
  - case: one deposit only
    article: an example
    given:
      period: ${period}
      manager: { series: ${series} }
      deposits: [{ customer_id: C1, year_avg: "75,000,000" }]${units}
    expect:
      ${expected}
`;
};
