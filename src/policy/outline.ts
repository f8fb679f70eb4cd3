/** A policy's rules as an outline: what each asks, in a line, with the parameters it asks by their ids. */
import type { ConditionKey, ConditionSpecs, Operand, Rule } from '../model/condition.ts';
import { type EventRole, gradeTitles, kindsOf, type PolicyFile } from '../model/policy.ts';
import { tables } from '../model/tables/index.ts';
import type { Lang, Text } from '../model/text.ts';
import { articleWords } from '../model/words.ts';
import { visitsOf } from './declared.ts';
import { partsOf, rulesOf } from './rules.ts';

/** How an outline names what rules refer to. */
interface Names {
  say(text: Text): string;
  measure(id: string): string;
  signs(ids: readonly string[]): string;
  grades(ids: readonly string[]): string;
  events(ids: readonly string[]): string;
  /** The events that play a part in rules. */
  playing(role: EventRole): string;
  level(id: string): string;
  rating(id: string): string;
  column(id: string): string;
  collected(id: string): string;
}

type Columns = Readonly<Record<string, { readonly headers: readonly string[] }>>;

const listOf = (words: readonly string[], lang: Lang): string => words.join({ zh: '、', en: ', ' }[lang]);

function namesOf(file: PolicyFile, lang: Lang): Names {
  const say = (text: Text): string => text[lang];
  const titles = gradeTitles(file);
  const header = (columns: Columns, id: string): string =>
    lang === 'zh' ? (columns[id]?.headers[0] ?? id) : id;
  const events = (ids: readonly string[]): string =>
    listOf(
      ids.map((id) => file['event-kinds'][id]?.title[lang] ?? id),
      lang,
    );
  return {
    say,
    measure: (id) => file.measures[id]?.title[lang] ?? id,
    signs: (ids) =>
      listOf(
        ids.map((id) => file.signs[id]?.title[lang] ?? id),
        lang,
      ),
    events,
    playing: (role) => events(kindsOf(file, role)),
    level: (id) => file['warning-levels'][id]?.title[lang] ?? id,
    rating: (id) => file['review-ratings'][id]?.title[lang] ?? id,
    grades: (ids) =>
      listOf(
        ids.map((id) => titles.get(id)?.[lang] ?? id),
        lang,
      ),
    column: (id) => header(tables.roster.columns, id),
    collected: (id) => header(tables.collections.columns, id),
  };
}

const within: Readonly<Record<string, Text>> = {
  quarter: { zh: '本季', en: 'this quarter' },
  period: { zh: '考核期内', en: 'in the period' },
  year: { zh: '本年', en: 'this year' },
  'last-year': { zh: '上年', en: 'last year' },
};

/** A condition in words; those that hold further rules say how many of them must be met. */
const sentences: { readonly [K in ConditionKey]: (spec: ConditionSpecs[K], names: Names) => string } = {
  all: (_, { say }) => say({ zh: '全部满足', en: 'all of' }),
  any: (_, { say }) => say({ zh: '满足其一', en: 'one of' }),
  not: (_, { say }) => say({ zh: '不满足', en: 'not' }),
  'at-least': ({ needed }, { say }) => say({ zh: `至少满足 ${needed} 项`, en: `at least ${needed} of` }),
  compare: ({ measure, 'at-least': least, 'largest-at-least': largest, customers, flows }, names) => {
    const also = largest ? names.say({ zh: `，单户 ≥ ${largest}`, en: `, one customer ≥ ${largest}` }) : '';
    const counted =
      customers === 'counted'
        ? ''
        : names.say({ zh: `（客户 ≥ ${customers}）`, en: ` (customers ≥ ${customers})` });
    const by = flows
      ? names.say({ zh: `（年中按 ${flows}）`, en: ` (before the year's end by ${flows})` })
      : '';
    return `${names.measure(measure)} ≥ ${least}${also}${counted}${by}`;
  },
  figure: ({ of, to, 'at-least': least, 'less-than': under }, names) => {
    const named = (each: Operand): string => {
      if ('measure' in each) return names.measure(each.measure);
      if ('collected' in each) return names.collected(each.collected);
      return names.say({ zh: `贷款余额（${each.classified}）`, en: `loans (${each.classified})` });
    };
    return `${named(of)}${to ? ` ÷ ${named(to)}` : ''} ${least ? `≥ ${least}` : `< ${under}`}`;
  },
  score: ({ card, 'at-least': least }, { say }) =>
    say({ zh: `${card} 总分 ≥ ${least}`, en: `total of ${card} ≥ ${least}` }),
  'share-rose': ({ classes }, { say }) =>
    say({ zh: `${classes} 贷款占比高于年初`, en: `share of ${classes} above the start of the year` }),
  'credit-item': ({ signs }, names) =>
    signs
      ? names.say({
          zh: `有授信业务出现：${names.signs(signs)}`,
          en: `a credit item is ${names.signs(signs)}`,
        })
      : names.say({ zh: '有授信业务', en: 'has a credit item' }),
  'no-credit-item': ({ sign }, names) =>
    names.say({ zh: `无授信业务出现：${names.signs([sign])}`, en: `no credit item: ${names.signs([sign])}` }),
  event: ({ kinds, within: when }, { say, events }) =>
    say({
      zh: `${within[when]?.zh}有事件：${events(kinds)}`,
      en: `event ${within[when]?.en}: ${events(kinds)}`,
    }),
  tenure: ({ since, 'at-least': least }, names) =>
    names.say({ zh: `自${names.column(since)}满 ${least} 年`, en: `${least} years from ${since}` }),
  recorded: ({ column, is, contains, never, 'any-but': but, blank }, names) => {
    const parts: readonly (readonly [string | undefined, Text])[] = [
      [is, { zh: '为', en: 'is' }],
      [contains, { zh: '含', en: 'contains' }],
      [never, { zh: '不含', en: 'does not contain' }],
      [but, { zh: '有内容且不是', en: 'is anything but' }],
      [blank, { zh: '空白视为', en: 'blank is' }],
    ];
    const said = parts.flatMap(([value, verb]) => (value ? [`${names.say(verb)} ${value}`] : []));
    return `${names.column(column)} ${said.join(names.say({ zh: '，', en: ', ' }))}`;
  },
  completion: ({ basis, below, reading, quarters, indicators }, { say }) =>
    say({
      zh: `${indicators ? `${indicators} ` : ''}${quarters === 2 ? '连续两季' : ''}${{ quarter: '季度', year: '年度', period: '考核期' }[basis]}计划完成率 < ${below}（${reading}）`,
      en: `${basis} completion${indicators ? ` of ${indicators}` : ''} < ${below} (${reading})${quarters === 2 ? ', two quarters in a row' : ''}`,
    }),
  declining: ({ 'main-share': share, reading }, { say }) =>
    say({
      zh: `主要客户（占比 ≥ ${share}）连续两季下降（${reading}）`,
      en: `a main customer (share ≥ ${share}) declines two quarters in a row (${reading})`,
    }),
  rating: ({ 'one-of': words }, { say, rating }) =>
    say({
      zh: `年度考核为${words.map(rating).join('或')}`,
      en: `review is ${words.map(rating).join(' or ')}`,
    }),
  admonition: ({ months, lift }, { say, playing }) =>
    say({
      zh: `${playing('admonition')}满 ${months} 月${lift === 'ever' ? '，此后也未解除' : '未解除'}`,
      en: `${playing('admonition')}: ran out after ${months} months${lift === 'ever' ? ' and was never lifted' : ', not lifted in time'}`,
    }),
  'unanswered-admonition': ({ also }, { say, playing }) =>
    say({
      zh: `上季应${playing('admonition')}而无记录${also ? `（${also.rule}：${also.when}）` : ''}`,
      en: `due in the last quarter and not on record: ${playing('admonition')}${also ? ` (${also.rule}: ${also.when})` : ''}`,
    }),
  'customer-below': ({ line }, { say }) =>
    say({ zh: `客户存款、贷款均低于 ${line}`, en: `a customer below ${line} in deposits and loans` }),
  'outcome-of': ({ rule, is }, { say }) => say({ zh: `规则 ${rule} 的结果为 ${is}`, en: `${rule} is ${is}` }),
  'warned-of': ({ level }, names) =>
    names.say({ zh: `有“${names.level(level)}”预警`, en: `warned of ${names.level(level)}` }),
  'traineeship-over': ({ graduate, other }, { say }) =>
    say({
      zh: `见习期满（应届 ${graduate} 月，其他 ${other} 月）`,
      en: `traineeship over (${graduate} months for graduates, ${other} for others)`,
    }),
  'bottom-rank': ({ rank, 'least-ranked': least }, { say }) =>
    say({
      zh: `连续两年在后 ${rank} 名（至少 ${least} 人排名）`,
      en: `among the bottom ${rank} in both years (at least ${least} ranked)`,
    }),
  'held-is': (grades, names) =>
    names.say({ zh: `现聘为${names.grades(grades)}`, en: `holds ${names.grades(grades)}` }),
  'grade-met': (spec, { say }) =>
    say(
      spec === 'held'
        ? { zh: '符合现聘等级的全部条件', en: 'all conditions of the grade held hold' }
        : { zh: '符合上一等级的全部条件', en: 'all conditions of the next grade hold' },
    ),
  'held-in': (parameter, { say }) => say({ zh: `现聘属于 ${parameter}`, en: `holds one of ${parameter}` }),
  'level-held': ({ section, 'or-better': level, quarters, reading }, names) =>
    names.say({
      zh: `${section} 达到${names.grades([level])}（${quarters ? `至少 ${quarters} 个季度` : reading}）`,
      en: `${section}: ${names.grades([level])} or better (${quarters ? `in at least ${quarters} quarters` : reading})`,
    }),
  qualified: (spec, { say }) =>
    say(
      {
        'above-held': { zh: '测算等级高于现聘', en: 'qualified above the grade held' },
        'at-least-held': { zh: '测算等级不低于现聘', en: 'qualified at or above the grade held' },
        'two-above-held': { zh: '测算等级高出现聘两级以上', en: 'qualified two or more above' },
      }[spec],
    ),
};

const keys = Object.keys(sentences) as ConditionKey[];

function conditionWords<K extends ConditionKey>(key: K, rule: Rule, names: Names): string {
  const sentence: (spec: ConditionSpecs[K], names: Names) => string = sentences[key];
  return sentence(rule[key] as ConditionSpecs[K], names);
}

const stages: Readonly<Record<string, Text>> = {
  interim: { zh: '仅一至三季度', en: 'Q1–Q3 only' },
  annual: { zh: '仅四季度', en: 'Q4 only' },
};

/** When the rule speaks at all. */
function limits({ stage, grades, held, series }: Rule, names: Names): string[] {
  return [
    ...(stage ? [names.say(stages[stage] ?? { zh: stage, en: stage })] : []),
    ...(grades
      ? [names.say({ zh: `适用：${names.grades(grades)}`, en: `for ${names.grades(grades)}` })]
      : []),
    ...(held ? [names.say({ zh: `现聘：${names.grades(held)}`, en: `holding ${names.grades(held)}` })] : []),
    ...(series ? [names.say({ zh: `条线：${series.join('、')}`, en: `series ${series.join(', ')}` })] : []),
  ];
}

function lineOf(rule: Rule, names: Names, more: readonly string[] = []): OutlineLine {
  const key = keys.find((each) => rule[each] !== undefined);
  const condition = key ? conditionWords(key, rule, names) : '';
  const title = rule.title ? names.say(rule.title) : '';
  const id = rule.rule ? ` [${rule.rule}]` : '';
  const article = rule.article
    ? names.say({ zh: `（${articleWords(rule.article).zh}）`, en: ` (${articleWords(rule.article).en})` })
    : '';
  const head =
    title === '' ? condition : `${title}${id}${article}${names.say({ zh: '：', en: ': ' })}${condition}`;
  const aside = [...more, ...limits(rule, names)].join(names.say({ zh: '；', en: '; ' }));
  return {
    text: aside === '' ? head : `${head}${names.say({ zh: `〔${aside}〕`, en: ` — ${aside}` })}`,
    below: partsOf(rule).map((part) => lineOf(part.rule, names)),
  };
}

/** A rule in words, with its parts below it. */
interface OutlineLine {
  readonly text: string;
  readonly below: readonly OutlineLine[];
}

interface OutlineSection {
  readonly title: string;
  readonly rules: readonly OutlineLine[];
}

export function outlineOf(file: PolicyFile, lang: Lang): OutlineSection[] {
  const names = namesOf(file, lang);
  const needsPerson: Text = { zh: '须人工认定', en: 'for a person to confirm' };
  const ofLadder = [
    {
      title: file.floor ? names.say(file.floor.title) : '',
      rules: file.floor ? [lineOf(file.floor, names)] : [],
    },
    {
      title: names.say({ zh: '等级条件（全部满足）', en: 'Conditions of a grade (all of them)' }),
      rules: file.grades.map((rule) => lineOf(rule, names)),
    },
    {
      title: names.say({ zh: '预警', en: 'Warnings' }),
      rules: file.warnings.flatMap(
        ({ level, 'level-reading': reading, review, foreseen, list: _, ...rule }) => [
          lineOf(rule, names, [reading ?? names.level(level), ...(review ? [names.say(needsPerson)] : [])]),
          ...(foreseen ? [lineOf({ ...foreseen, rule: rule.rule }, names, [names.say(needsPerson)])] : []),
        ],
      ),
    },
    {
      title: names.say({ zh: '聘任建议（取最先成立的一行）', en: 'Proposals (the first that holds)' }),
      rules: file.decisions.map((decision) =>
        lineOf(
          { ...decision, rule: decision.action },
          names,
          decision['needs-person'] ? [names.say(needsPerson)] : [],
        ),
      ),
    },
    {
      title: names.say({ zh: '须人工认定的聘任建议', en: 'Proposals for a person to confirm' }),
      rules: file['person-decides'].map((rule) => lineOf(rule, names, rule.actions ?? [])),
    },
  ].filter(({ rules }) => rules.length > 0);
  const rules = rulesOf(file, visitsOf(file)).filter(({ whole }) => whole);
  const sections = Object.entries(file.sections).map(([id, spec]) => ({
    title: `${names.say(spec.title)} [${id}]${names.say({ zh: `（${articleWords(spec.article).zh}；${spec.kind}）`, en: ` (${articleWords(spec.article).en}; ${spec.kind})` })}`,
    rules: rules
      .filter(({ path: [first, section] }) => first === 'sections' && section === id)
      .map(({ rule }) => lineOf(rule, names)),
  }));
  return [...ofLadder, ...sections];
}
