/** The verdicts that a section may come to, from the best to the worst: what it declares, or what its kind knows. */
import type { Text } from '../text.ts';
import type { SectionKind, SectionSpec, SpecOf } from './index.ts';

export interface Verdict {
  readonly id: string;
  readonly title: Text;
}

export const verdicts = {
  assigned: {
    assigned: { id: 'assigned', title: { zh: '已分配', en: 'assigned' } },
    none: { id: 'none', title: { zh: '无', en: 'none' } },
    nobody: { id: 'nobody', title: { zh: '无人管户', en: "nobody's" } },
  },
  deferral: {
    paid: { id: 'paid', title: { zh: '支付', en: 'paid' } },
    stopped: { id: 'stopped', title: { zh: '止付', en: 'stopped' } },
  },
  duties: {
    fulfilled: { id: 'fulfilled', title: { zh: '已履行', en: 'fulfilled' } },
    incomplete: { id: 'incomplete', title: { zh: '未全部履行', en: 'incomplete' } },
  },
  headcount: {
    vacancies: { id: 'vacancies', title: { zh: '缺编', en: 'vacancies' } },
    full: { id: 'full', title: { zh: '满编', en: 'full' } },
    surplus: { id: 'surplus', title: { zh: '超编', en: 'surplus' } },
  },
  lines: { known: { id: 'known', title: { zh: '已算出', en: 'worked out' } } },
  pay: {
    earned: { id: 'earned', title: { zh: '有提成', en: 'earned' } },
    none: { id: 'none', title: { zh: '无提成', en: 'none' } },
    forfeited: { id: 'forfeited', title: { zh: '有月份扣发', en: 'forfeited in a month' } },
  },
  plan: {
    fulfilled: { id: 'fulfilled', title: { zh: '完成', en: 'fulfilled' } },
    unfulfilled: { id: 'unfulfilled', title: { zh: '未完成', en: 'unfulfilled' } },
  },
  pool: {
    divided: { id: 'divided', title: { zh: '已分配', en: 'divided' } },
    undivided: { id: 'undivided', title: { zh: '未分配', en: 'undivided' } },
  },
  ranks: { none: { id: 'none', title: { zh: '未达到', en: 'none reached' } } },
  staffing: {
    enough: { id: 'enough', title: { zh: '满足', en: 'enough' } },
    short: { id: 'short', title: { zh: '缺员', en: 'short' } },
  },
} as const satisfies Partial<Record<SectionKind, Record<string, Verdict>>>;

const declared = (of: Readonly<Record<string, { readonly title: Text }>>): Verdict[] =>
  Object.entries(of).map(([id, { title }]) => ({ id, title }));

const ofKind: { readonly [K in SectionKind]: (spec: SpecOf<K>) => readonly Verdict[] } = {
  assigned: () => Object.values(verdicts.assigned),
  // The winners, whoever they are.
  champions: () => [],
  deferral: () => Object.values(verdicts.deferral),
  duties: () => Object.values(verdicts.duties),
  headcount: () => Object.values(verdicts.headcount),
  level: ({ levels }) => declared(levels),
  lines: ({ results }) => (results ? declared(results) : [verdicts.lines.known]),
  pay: () => Object.values(verdicts.pay),
  plan: () => Object.values(verdicts.plan),
  places: ({ grades }) => declared(grades),
  pool: () => Object.values(verdicts.pool),
  // The first row that holds decides; several may propose the same.
  proposals: ({ decisions }) => [
    ...new Map(decisions.map(({ action, title }) => [action, { id: action, title }])).values(),
  ],
  ranks: ({ ranks }) => [...declared(ranks), verdicts.ranks.none],
  scorecard: ({ bands }) => declared(bands),
  staffing: () => Object.values(verdicts.staffing),
};

/** Empty where nobody can say before. */
export const verdictsOf = (spec: SectionSpec): readonly Verdict[] => verdictsAs(spec.kind, spec);

const verdictsAs = <K extends SectionKind>(kind: K, spec: SectionSpec): readonly Verdict[] =>
  ofKind[kind](spec as SpecOf<K>);
