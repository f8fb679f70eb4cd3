/** What each condition asks, in a sentence of either language. */
import type { ConditionKey, ConditionSpecs, Operand, Rule } from '../model/condition.ts';
import { own } from '../model/own.ts';
import { type EventRole, gradeTitles, kindsOf, type PolicyFile } from '../model/policy.ts';
import type { AnyColumn } from '../model/table.ts';
import { tables } from '../model/tables/index.ts';
import { comma, type Lang, same, type Text } from '../model/text.ts';
import { outcomeWords, warningWords } from '../model/words.ts';
import { choiceWords } from './choice-words.ts';

/** What an outline calls what has an id: by the id, as the tables beside it do, or in a document by its words. */
export interface Refer {
  parameter(id: string): string;
  rule(id: string): string;
  section(id: string): string;
  /** What stands behind a rule's title. */
  tag(id: string): string;
}

/** How rules are said in one language. */
export interface Names {
  readonly refer: Refer;
  say(text: Text): string;
  list(words: readonly string[]): string;
  /** A parameter, or a word of the language in its place. */
  value(id: string): string;
  measure(id: string): string;
  signs(ids: readonly string[]): string;
  grades(ids: readonly string[]): string;
  events(ids: readonly string[]): string;
  /** The events that play a part in rules. */
  playing(role: EventRole): string;
  level(id: string): string;
  rating(id: string): string;
  column(id: string): string;
  /** A choice of a column of the roster. */
  choice(column: string, id: string): string;
  series(id: string): string;
  action(id: string): string;
  collected(id: string): string;
}

type Columns = Readonly<Record<string, { readonly headers: readonly string[] }>>;

export function namesOf(file: PolicyFile, lang: Lang, refer: Refer): Names {
  const say = (text: Text): string => text[lang];
  const list = (words: readonly string[]): string => words.join(say(comma));
  const roster = Object.entries(file['roster-grades']).map(([id, { title }]) => [id, title] as const);
  const titles: ReadonlyMap<string, Text> = new Map([...roster, ...gradeTitles(file)]);
  const header = (columns: Columns, id: string): string =>
    lang === 'zh' ? (columns[id]?.headers[0] ?? id) : id.replaceAll('_', ' ');
  const events = (ids: readonly string[]): string =>
    list(ids.map((id) => file['event-kinds'][id]?.title[lang] ?? id));
  return {
    refer,
    say,
    list,
    value: (id) => (id in file.parameters ? refer.parameter(id) : say(choiceWords[id] ?? same(id))),
    choice: (column, id) =>
      say(choicesOf(column).find((each) => each.id === id)?.text ?? titles.get(id) ?? same(id)),
    series: (id) => say(file['roster-series'][id]?.title ?? same(id)),
    action: (id) => say(file.decisions.find(({ action }) => action === id)?.title ?? same(id)),
    measure: (id) => file.measures[id]?.title[lang] ?? id,
    signs: (ids) => list(ids.map((id) => file.signs[id]?.title[lang] ?? id)),
    events,
    playing: (role) => events(kindsOf(file, role)),
    level: (id) => file['warning-levels'][id]?.title[lang] ?? id,
    rating: (id) => file['review-ratings'][id]?.title[lang] ?? id,
    grades: (ids) => list(ids.map((id) => say(titles.get(id) ?? same(id)))),
    column: (id) => header(tables.roster.columns, id),
    collected: (id) => header(tables.collections.columns, id),
  };
}

const choicesOf = (column: string): readonly { readonly id: string; readonly text: Text }[] => {
  const spec: AnyColumn | undefined = own(tables.roster.columns, column);
  return spec?.kind === 'choice' ? spec.choices : [];
};

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
  'at-least': ({ needed }, { say, value }) =>
    say({ zh: `至少满足 ${value(needed)} 项`, en: `at least ${value(needed)} of` }),
  compare: ({ measure, 'at-least': least, 'largest-at-least': largest, customers, flows }, names) => {
    const { say, value } = names;
    const also = largest
      ? say({ zh: `，单户 ≥ ${value(largest)}`, en: `, one customer ≥ ${value(largest)}` })
      : '';
    const counted =
      customers === 'counted'
        ? ''
        : say({ zh: `（客户 ≥ ${value(customers)}）`, en: ` (customers ≥ ${value(customers)})` });
    const by = flows
      ? say({ zh: `（年中：${value(flows)}）`, en: ` (before the year's end: ${value(flows)})` })
      : '';
    return `${names.measure(measure)} ≥ ${value(least)}${also}${counted}${by}`;
  },
  figure: ({ of, to, 'at-least': least, 'less-than': under }, names) => {
    const named = (each: Operand): string => {
      if ('measure' in each) return names.measure(each.measure);
      if ('collected' in each) return names.collected(each.collected);
      const classes = names.value(each.classified);
      return names.say({ zh: `贷款余额（${classes}）`, en: `loans (${classes})` });
    };
    return `${named(of)}${to ? ` ÷ ${named(to)}` : ''} ${least ? `≥ ${names.value(least)}` : `< ${names.value(under ?? '')}`}`;
  },
  score: ({ card, 'at-least': least }, { say, value, refer: { section } }) =>
    say({
      zh: `${section(card)} 总分 ≥ ${value(least)}`,
      en: `total of ${section(card)} ≥ ${value(least)}`,
    }),
  'share-rose': ({ classes, whole, 'no-loans-before': before }, { say, value }) => {
    return say({
      zh: `${value(classes)} 贷款占比高于年初${whole === 'met' ? '，或为 100 %' : ''}${before ? `（年初无贷款：${value(before)}）` : ''}`,
      en: `share of ${value(classes)} above the start of the year${whole === 'met' ? ', or 100 %' : ''}${before ? ` (no loans then: ${value(before)})` : ''}`,
    });
  },
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
    names.say({
      zh: `自${names.column(since)}满 ${names.value(least)} 年`,
      en: `${names.value(least)} years from ${names.column(since)}`,
    }),
  recorded: ({ column, is, contains, never, 'any-but': but, blank }, names) => {
    const listed = (words: string | undefined) => words && names.value(words);
    const parts: readonly (readonly [string | undefined, Text])[] = [
      [is && names.choice(column, is), { zh: '为', en: 'is' }],
      [listed(contains), { zh: '含', en: 'contains' }],
      [listed(never), { zh: '不含', en: 'does not contain' }],
      [listed(but), { zh: '有内容且不是', en: 'is anything but' }],
      [blank && names.say(outcomeWords[blank]), { zh: '空白视为', en: 'blank is' }],
    ];
    const said = parts.flatMap(([value, verb]) => (value ? [`${names.say(verb)} ${value}`] : []));
    return `${names.column(column)} ${said.join(names.say({ zh: '，', en: ', ' }))}`;
  },
  completion: ({ basis, below, reading, quarters, indicators }, { say, value }) => {
    const [line, by, of] = [value(below), value(reading), indicators && value(indicators)];
    return say({
      zh: `${of ? `${of} ` : ''}${quarters === 2 ? '连续两季' : ''}${{ quarter: '季度', year: '年度', period: '考核期' }[basis]}计划完成率 < ${line}（${by}）`,
      en: `${basis} completion${of ? ` of ${of}` : ''} < ${line} (${by})${quarters === 2 ? ', two quarters in a row' : ''}`,
    });
  },
  declining: ({ 'main-share': share, reading }, { say, value }) =>
    say({
      zh: `主要客户（占比 ≥ ${value(share)}）存款、贷款、结算连续两季下降（${value(reading)}）`,
      en: `a main customer (share ≥ ${value(share)}) declines two quarters in a row (${value(reading)})`,
    }),
  'deposits-moved': ({ 'at-least': least, through = '' }, { say, value }) =>
    say(
      least
        ? {
            zh: `有客户存款余额较上季末变动 ≥ ${value(least)}`,
            en: `deposits of a customer moved by ≥ ${value(least)} since the last quarter's end`,
          }
        : {
            zh: `有客户存款余额由上季末不低于 ${value(through)} 降到以下`,
            en: `deposits of a customer fell below ${value(through)} since the last quarter's end`,
          },
    ),
  rating: ({ 'one-of': words }, { say, rating }) =>
    say({
      zh: `年度考核为${words.map(rating).join('或')}`,
      en: `review is ${words.map(rating).join(' or ')}`,
    }),
  admonition: ({ months, lift }, { say, value, playing }) =>
    say({
      zh: `${playing('admonition')}满 ${value(months)} 月${lift === 'ever' ? '，此后也未解除' : '未解除'}`,
      en: `${playing('admonition')}: ran out after ${value(months)} months${lift === 'ever' ? ' and was never lifted' : ', not lifted in time'}`,
    }),
  'unanswered-admonition': ({ also }, { say, value, playing, refer: { rule } }) =>
    say({
      zh: `上季应${playing('admonition')}而无记录${also ? `（${rule(also.rule)}：${value(also.when)}）` : ''}`,
      en: `due in the last quarter and not on record: ${playing('admonition')}${also ? ` (${rule(also.rule)}: ${value(also.when)})` : ''}`,
    }),
  'customer-below': ({ line }, { say, value }) =>
    say({
      zh: `客户存款、贷款均低于 ${value(line)}`,
      en: `a customer below ${value(line)} in deposits and loans`,
    }),
  'customers-held': ({ 'more-than': above, 'at-most': most = '' }, { say, value }) =>
    say({
      zh: `管户数 ${above ? `> ${value(above)}` : `≤ ${value(most)}`}`,
      en: `customers on the books ${above ? `> ${value(above)}` : `≤ ${value(most)}`}`,
    }),
  'outcome-of': ({ rule, is }, { say, refer }) => {
    const came = is === 'met' || is === 'unmet' ? outcomeWords[is] : warningWords[is];
    return say({ zh: `${refer.rule(rule)} ${came.zh}`, en: `${refer.rule(rule)} is ${came.en}` });
  },
  'warned-of': ({ level }, names) =>
    names.say({ zh: `有“${names.level(level)}”预警`, en: `warned of ${names.level(level)}` }),
  'traineeship-over': ({ graduate, other }, { say, value }) =>
    say({
      zh: `见习期满（应届 ${value(graduate)} 月，其他 ${value(other)} 月）`,
      en: `traineeship over (${value(graduate)} months for graduates, ${value(other)} for others)`,
    }),
  'bottom-rank': ({ rank, 'least-ranked': least }, { say, value }) =>
    say({
      zh: `连续两年在后 ${value(rank)} 名（至少 ${value(least)} 人排名）`,
      en: `among the bottom ${value(rank)} in both years (at least ${value(least)} ranked)`,
    }),
  'held-is': (grades, names) =>
    names.say({ zh: `现聘为${names.grades(grades)}`, en: `holds ${names.grades(grades)}` }),
  'grade-met': (spec, { say }) =>
    say(
      spec === 'held'
        ? { zh: '符合现聘等级的全部条件', en: 'all conditions of the grade held hold' }
        : { zh: '符合上一等级的全部条件', en: 'all conditions of the next grade hold' },
    ),
  'held-in': (words, { say, value }) =>
    say({ zh: `现聘属于 ${value(words)}`, en: `holds one of ${value(words)}` }),
  'level-held': ({ section, 'or-better': level, quarters, reading = '' }, { say, value, grades, refer }) => {
    const [of, least] = [refer.section(section), grades([level])];
    const when: Text = quarters
      ? { zh: `至少 ${value(quarters)} 个季度`, en: `in at least ${value(quarters)} quarters` }
      : same(value(reading));
    return say({ zh: `${of} 达到${least}（${when.zh}）`, en: `${of}: ${least} or better (${when.en})` });
  },
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

/** What a rule asks, without the rules inside it. */
export function conditionWords(rule: Rule, names: Names): string {
  const key = keys.find((each) => rule[each] !== undefined);
  return key ? wordsOf(key, rule, names) : '';
}

function wordsOf<K extends ConditionKey>(key: K, rule: Rule, names: Names): string {
  const sentence: (spec: ConditionSpecs[K], names: Names) => string = sentences[key];
  return sentence(rule[key] as ConditionSpecs[K], names);
}
