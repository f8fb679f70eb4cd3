/** What two results come to differently, on the screen: by manager, one line a judgement, in titles and figures. */
import { z } from 'zod';
import { type Difference, type Named, type Names, nameOf } from '../archive/index.ts';
import { inUnit, show } from '../model/fact.ts';
import { type Outcome, outcomes } from '../model/outcome.ts';
import { ownValue } from '../model/own-value.ts';
import { parseRatio, percent } from '../model/ratio.ts';
import { type TableId, tables } from '../model/tables/index.ts';
import type { Lang, Text } from '../model/text.ts';
import { articleWords, outcomeWords, warningWords } from '../model/words.ts';
import { valueWords } from './causes.ts';
import { leaf, type TreeNode } from './table.ts';

const most = 40;

export function differenceNodes(differences: readonly Difference[], names: Names, lang: Lang): TreeNode[] {
  const groups = groupedBy(differences, ({ managerId }) => managerId);
  return [...groups].flatMap(([managerId, group]) => {
    const lines = linesOf(group, names, lang);
    if (lines.length === 0) return [];
    const rest = lines.length - most;
    const shown = lines.slice(0, most).map(leaf);
    return {
      text:
        managerId === null
          ? { zh: '全行', en: 'the branch' }[lang]
          : { zh: `客户经理 ${managerId}`, en: `manager ${managerId}` }[lang],
      below: rest > 0 ? [...shown, leaf({ zh: `另有 ${rest} 处`, en: `and ${rest} more` }[lang])] : shown,
    };
  });
}

function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), group);
    group.push(item);
  }
  return groups;
}

/** What of a judgement's own fields is worth a word, in this order. */
const fields: Readonly<Record<string, Text>> = {
  outcome: { zh: '', en: '' },
  observed: { zh: '实际', en: 'figure' },
  threshold: { zh: '标准', en: 'threshold' },
  actual: { zh: '实绩', en: 'actual' },
  target: { zh: '计划', en: 'target' },
  completion: { zh: '完成率', en: 'completion' },
  value: { zh: '', en: '' },
};
/** What follows from the others, or says where they stand. */
const silent = ['gap', 'unit', 'by', 'evidence', 'missing'];

/** One line for each judgement; what differs in the same way in several grades stands once, with the grades. */
function linesOf(differences: readonly Difference[], names: Names, lang: Lang): string[] {
  const judgements = groupedBy(differences, ({ path }) => placeOf(path).join('.'));
  const lines = new Map<string, string[]>();
  for (const group of judgements.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const place = placeOf(first.path);
    const line = `${wordsFor(place, names, lang)}${{ zh: '：', en: ': ' }[lang]}${changesIn(group, names, lang)}`;
    const grades = lines.get(line) ?? [];
    lines.set(line, grades);
    if (place[0] === 'grades' && place[1] !== undefined && place.length > 2)
      grades.push(nameOf(names, 'grade', place[1])?.title[lang] ?? place[1]);
  }
  return [...lines].map(([line, grades]) =>
    grades.length === 0
      ? line
      : `${line}${lang === 'zh' ? `（${grades.join('、')}）` : ` (${grades.join(', ')})`}`,
  );
}

const isField = (part: string): boolean => Object.hasOwn(fields, part) || silent.includes(part);

/** The way to the judgement, without that to its field. */
function placeOf(path: readonly string[]): readonly string[] {
  // Only the floor is one judgement: under the others an id stands first.
  const first = path[0] === 'floor' ? 1 : 2;
  const end = path.findIndex((part, index) => index >= first && (isField(part) || part === 'figures'));
  if (path[0] === 'schemes') return isField(path.at(-1) ?? '') ? path.slice(0, -1) : path;
  return end === -1 ? path : path.slice(0, end);
}

function changesIn(group: readonly Difference[], names: Names, lang: Lang): string {
  const said = group
    .filter(({ path }) => !silent.includes(path.at(-1) ?? ''))
    .map(({ path, before, after, unit = '' }) => {
      const field = ownValue<Text>(fields, path.at(-1) ?? '')?.[lang] ?? '';
      const [was, is] = [before, after].map(
        (value, index) =>
          idWords(path.at(-1), value, names, lang) ??
          figureWords(
            value,
            { unit: unit || unitOf(path, names), path, beside: index === 0 ? after : before },
            lang,
          ),
      );
      return `${field === '' ? '' : `${field} `}${was} → ${is}`;
    });
  const changes =
    said.length > 0 ? said : group.map(({ path, before, after }) => `${path.at(-1)} ${before} → ${after}`);
  return [...new Set(changes)].join({ zh: '，', en: ', ' }[lang]);
}

/** What the plan of an indicator and the floor are counted in: results do not say. */
const unitOf = ([first = '', indicator = '']: readonly string[], names: Names): string =>
  (first === 'targets' ? nameOf(names, 'indicator', indicator) : nameOf(names, 'section', first))?.unit ?? '';

/** A grade or a proposal by its title. */
function idWords(field: string | undefined, value: string | null, names: Names, lang: Lang): string | null {
  if (value === null || field === undefined) return null;
  if (field === 'action') return nameOf(names, 'action', value)?.title[lang] ?? null;
  return /grade$/i.test(field) ? (nameOf(names, 'grade', value)?.title[lang] ?? null) : null;
}

interface Beside {
  readonly unit: string;
  readonly path: readonly string[];
  /** What it was, or has become. */
  readonly beside: string | null;
}

/** A share has six places, and no unit of its own. */
const isShare = (value: string, { unit, path }: Beside): boolean =>
  /^-?\d+\.\d{6}$/.test(value) && (unit === '' || path.at(-1) === 'completion');

/** A value of results.json as people read it: an outcome, an amount in its unit, a share. */
function figureWords(value: string | null, of: Beside, lang: Lang): string {
  const { unit, beside } = of;
  if (value === null || value === 'null') return valueWords(null, lang);
  if ((outcomes as readonly string[]).includes(value)) return outcomeWords[value as Outcome][lang];
  const ofWarning = ownValue<Text>(warningWords, value);
  if (ofWarning !== undefined) return ofWarning[lang];
  if (isShare(value, of))
    return percent(
      parseRatio(value),
      beside !== null && isShare(beside, of) ? parseRatio(beside) : undefined,
    );
  if (/^-?\d+\.\d{2,}$/.test(value)) return show(inUnit(unit, parseRatio(value)), lang);
  const whole = /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : null;
  const list = z.array(z.union([z.string(), z.number()])).safeParse(whole);
  if (list.success) return valueWords(list.data.join({ zh: '、', en: ', ' }[lang]) || null, lang);
  const judged = z.object({ outcome: z.string() }).safeParse(whole);
  return judged.success ? figureWords(judged.data.outcome, of, lang) : valueWords(value, lang);
}

const parts: Readonly<Record<string, Text>> = {
  grades: { zh: '等级', en: 'Grade' },
  qualifiedGrade: { zh: '测算等级', en: 'Qualified grade' },
  possibleGrade: { zh: '可能等级', en: 'Possible grade' },
  grade: { zh: '现聘等级', en: 'Grade held' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '机构', en: 'Unit' },
  missing: { zh: '缺', en: 'Missing' },
  notes: { zh: '说明', en: 'Remarks' },
  floor: { zh: '及格线', en: 'Floor line' },
  targets: { zh: '计划完成', en: 'Plan' },
  warnings: { zh: '预警', en: 'Warning' },
  allowance: { zh: '津贴', en: 'Allowance' },
  amount: { zh: '金额', en: 'amount' },
  halvedDays: { zh: '减半天数', en: 'days at half' },
  decision: { zh: '聘任建议', en: 'Proposal' },
  action: { zh: '建议', en: 'proposal' },
  toGrade: { zh: '拟聘等级', en: 'grade' },
  approval: { zh: '审批', en: 'approval' },
  articles: { zh: '条款', en: 'articles' },
  needsPerson: { zh: '须人工认定', en: 'needs a person' },
  quarter: { zh: '本季', en: 'quarter' },
  year: { zh: '本年', en: 'year' },
  largest: { zh: '最大单户', en: 'largest customer' },
  customerId: { zh: '最大单户的客户号', en: 'id of the largest customer' },
  verdict: { zh: '结论', en: 'verdict' },
  notAppraised: { zh: '未考核', en: 'Not appraised' },
  unassigned: { zh: '无人管户', en: 'Without a manager' },
  watchList: { zh: '监察名单', en: 'Watch list' },
  reconciliation: { zh: '勾稽', en: 'Books' },
  rowsRead: { zh: '读入行数', en: 'rows read' },
  rowsCounted: { zh: '计入行数', en: 'rows counted' },
  rowsExcluded: { zh: '剔除行数', en: 'rows excluded' },
  rowsDropped: { zh: '略去行数', en: 'rows dropped' },
  rowsInError: { zh: '错误行数', en: 'rows in error' },
  yuanRead: { zh: '读入金额（元）', en: 'yuan read' },
  yuanCredited: { zh: '计入金额（元）', en: 'yuan credited' },
  yuanExcluded: { zh: '剔除金额（元）', en: 'yuan excluded' },
};
/** They only say where something stands. */
const steps = ['rules', 'schemes', 'entries', 'figures', 'lines'];

/** `预警 · 连续两季未完成任务（第 21(1) 条）` */
function wordsFor(place: readonly string[], names: Names, lang: Lang): string {
  const words = place.flatMap((part, index) => {
    const before = place[index - 1];
    // The grades stand behind the line.
    if (place[0] === 'grades' && index < 2 && place.length > 2) return [];
    if (steps.includes(part)) return [];
    return withArticle(titleAt(part, before, names) ?? plainName(parts[part] ?? part), lang);
  });
  // A rule within its group needs no group.
  return (place[0] === 'grades' && place.length > 2 ? words.slice(-1) : words).join(' · ');
}

const plainName = (text: Text | string): Named => ({
  title: typeof text === 'string' ? { zh: text, en: text } : text,
  article: '',
});

function titleAt(part: string, before: string | undefined, names: Names): Named | undefined {
  switch (before) {
    case 'grades':
      return nameOf(names, 'grade', part);
    case 'rules':
    case 'warnings':
      return nameOf(names, 'rule', part);
    case 'targets':
      return nameOf(names, 'indicator', part);
    case 'figures':
      return nameOf(names, 'figure', part);
    case 'reconciliation':
      return plainName(tables[part as TableId]?.title ?? part);
    default:
      // What a policy titles itself goes by that title.
      return parts[part] && part !== 'floor' ? undefined : nameOf(names, 'section', part);
  }
}

const withArticle = ({ title, article }: Named, lang: Lang): string =>
  article === ''
    ? title[lang]
    : `${title[lang]}${lang === 'zh' ? `（${articleWords(article).zh}）` : ` (${articleWords(article).en})`}`;
