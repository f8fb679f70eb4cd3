/** One finding, figure or target of an explanation as a line, with everything behind it below. */

import type { ChalkInstance } from 'chalk';
import {
  type ExplainedQuantity,
  type Operation,
  quantityFrom,
  type ResolvedFact,
  type ResolvedFinding,
  type ResolvedRows,
  type Term,
} from '../archive/index.ts';
import { amountOf, fullYuan, isSmall, noShare, show } from '../model/fact.ts';
import { type Comparison, isComparison, neededOf, numberIn } from '../model/judgement.ts';
import { fromPlain } from '../model/money.ts';
import type { Outcome } from '../model/outcome.ts';
import { compare, zero } from '../model/ratio.ts';
import { assumedWords } from '../model/statements/assumed.ts';
import type { Lang, Text } from '../model/text.ts';
import { fold } from '../model/walk.ts';
import { articleWords, conditionWords, groupWords, outcomeWords } from '../model/words.ts';
import { leaf, type TreeNode } from './table.ts';

/** In which language and colours, and whether what is judged is a rule to meet or a condition that may hold. */
export interface TextStyle {
  readonly lang: Lang;
  readonly chalk: ChalkInstance;
  readonly of: 'rules' | 'conditions';
  /** Yuan below a million in full: such are paid rather than managed. */
  readonly few?: 'in-full';
}

/** A part of the explanation that can be asked for by its id. */
export interface Part {
  /** A rule, a warning; null: only shown with what it belongs to. */
  readonly id: string | null;
  /** What else it can be asked for by: its title in both languages, its article. */
  readonly called: readonly string[];
  /** Its title alone. */
  readonly name: string;
  readonly text: string;
  readonly details: readonly TreeNode[];
  readonly below: readonly Part[];
  /** The same for a program. */
  readonly data: unknown;
}

/** Some of an explanation under one heading. */
export interface Section {
  /** A grade, `floor`, `targets`, `warnings`, `allowance`, `decision`, a section of a policy. */
  readonly id: string;
  /** Its title in both languages, its article. */
  readonly called: readonly string[];
  /** What else it can be asked for by: its policy, which is asking for all of that one's, its verdict, a sheet's word. */
  readonly words: readonly string[];
  readonly title: string;
  readonly parts: readonly Part[];
}

export const nodeOf = ({ text, details, below }: Part): TreeNode => ({
  text,
  below: [...details, ...below.map(nodeOf)],
});

export const plainPart = (text: string, data: unknown): Part => ({
  id: null,
  called: [],
  name: text,
  text,
  details: [],
  below: [],
  data,
});

/** There is nothing to meet: a figure is said, and it is there. */
const isOnlyKnown = ({ by, outcome, parts }: ResolvedFinding): boolean =>
  outcome === 'met' && (by.kind === 'known' || (parts.length > 0 && parts.every(isOnlyKnown)));

/** What people may call it. */
export const callsFor = ({ zh, en }: Text, article = ''): string[] =>
  [zh, en, article].filter((each) => each !== '');

/** A line of the explanation, with those of its parts below. */
export const findingPart = (finding: ResolvedFinding, style: TextStyle): Part =>
  fold<ResolvedFinding, Part>(finding, (each, below, { denied }) =>
    // What is not to hold is no rule to meet, and nothing is missing from it.
    partOf(each, below, denied ? { ...style, of: 'conditions' } : style),
  );

function partOf(finding: ResolvedFinding, below: readonly Part[], style: TextStyle): Part {
  const { rule, title, article, outcome, parts } = finding;
  const { lang, chalk } = style;
  const needed = neededOf(finding);
  const of =
    needed === null
      ? ''
      : { zh: `，${parts.length} 项中须 ${needed} 项`, en: `, ${needed} of ${parts.length}` }[lang];
  const words = [
    isOnlyKnown(finding) ? '' : outcomeWord(outcome, style),
    title.zh === '' ? (groupWords[finding.by.kind]?.[lang] ?? '') : title[lang],
    rule === null ? '' : chalk.dim(`[${rule}]`),
    article === '' ? '' : bracket(`${articleWords(article)[lang]}${of}`, lang),
  ];
  return {
    id: rule,
    called: callsFor(title, article),
    name: title[lang],
    text: words.filter((word) => word !== '').join(' ') + figures(finding, style),
    details: [
      ...finding.missing.map(({ text }) => leaf(chalk.yellow(said({ zh: '缺', en: 'missing' }, text, lang)))),
      ...[...finding.notes, ...assumedWords(finding.assumed ?? [])].map((note) => leaf(note[lang])),
      ...originNodes(finding.observed, lang),
      ...originNodes(finding.threshold, lang),
      ...finding.evidence.map(({ file, sheet, row, says }) =>
        leaf(said(placeWords(file, sheet, String(row)), says, lang)),
      ),
    ],
    below,
    data: finding,
  };
}

/** Lines that are not to be reached say what they are instead. */
const signs: Readonly<Record<Comparison, string>> = {
  'at-least': '',
  'at-most': '≤ ',
  'less-than': '< ',
  'more-than': '> ',
  risen: '> ',
};

/** `：实际 16,800.00 万元，标准 25,000.00 万元，差 8,200.00 万元` */
function figures(finding: ResolvedFinding, { lang, of, few }: TextStyle): string {
  const { observed, threshold, gap, outcome } = few === 'in-full' ? withFewInFull(finding) : finding;
  const short = of === 'rules' && outcome === 'unmet';
  const sign = isComparison(finding.by) ? signs[finding.by.kind] : '';
  const words = [
    observed && {
      zh: `实际 ${figure(observed.quantity, 'zh', threshold?.quantity)}`,
      en: `observed ${figure(observed.quantity, 'en', threshold?.quantity)}`,
    },
    threshold && {
      zh: `标准 ${sign}${figure(threshold.quantity, 'zh')}`,
      en: `threshold ${sign}${figure(threshold.quantity, 'en')}`,
    },
    gap &&
      short &&
      !isZero(gap) && {
        zh: `差 ${show(quantityFrom(gap), 'zh', noShare)}`,
        en: `gap ${show(quantityFrom(gap), 'en', noShare)}`,
      },
  ].flatMap((word) => (word ? [word[lang]] : []));
  return words.length === 0 ? '' : { zh: '：', en: ': ' }[lang] + words.join({ zh: '，', en: ', ' }[lang]);
}

/** At a line to stay below, or to rise above: what the line asks says it. */
const isZero = (explained: ExplainedQuantity): boolean => {
  const value = numberIn(quantityFrom(explained));
  return value !== null && compare(value, zero) === 0;
};

const isFew = (explained: ExplainedQuantity): boolean => isSmall(quantityFrom(explained));
const inFullYuan = (explained: ExplainedQuantity): ExplainedQuantity =>
  explained.kind === 'amount' ? { ...explained, unit: fullYuan } : explained;

/** In full where none of the three is large. */
function withFewInFull(finding: ResolvedFinding): ResolvedFinding {
  const { observed, threshold, gap } = finding;
  const quantities = [observed?.quantity, threshold?.quantity, gap].flatMap((each) => each ?? []);
  if (quantities.length === 0 || !quantities.every(isFew)) return finding;
  const inFull = (fact: ResolvedFact | null): ResolvedFact | null =>
    fact && { ...fact, quantity: fact.quantity && inFullYuan(fact.quantity) };
  return {
    ...finding,
    observed: inFull(observed),
    threshold: inFull(threshold),
    gap: gap && inFullYuan(gap),
  };
}

/** A figure in words, in full where it is few. */
export function figureInFull(explained: ExplainedQuantity | null): Text {
  const shown = explained !== null && isFew(explained) ? inFullYuan(explained) : explained;
  return { zh: figure(shown, 'zh'), en: figure(shown, 'en') };
}

/** Where a figure comes from, down to the rows. */
export function originNodes(fact: ResolvedFact | null, lang: Lang): TreeNode[] {
  if (fact === null) return [];
  const { origin } = fact;
  switch (origin.kind) {
    case 'parameter': {
      const { title, parameter, article, edition, since } = origin;
      const words: Text = {
        zh: `${title.zh} [${parameter}]，${articleWords(article).zh}，${edition} 版，自 ${since} 起`,
        en: `${title.en} [${parameter}], ${articleWords(article).en}, edition ${edition}, since ${since}`,
      };
      return [leaf(said({ zh: '标准', en: 'threshold' }, words, lang))];
    }
    case 'measure': {
      const { title, basis, customerId, customersFrom } = origin;
      const words = [
        { year: { zh: '年', en: 'year' }, quarter: { zh: '季', en: 'quarter' } }[basis],
        customerId === null ? null : { zh: `客户 ${customerId}`, en: `customer ${customerId}` },
        customersFrom === null ? null : countedFrom(customersFrom),
      ].flatMap((word) => (word ? [word[lang]] : []));
      const about = bracket(words.join({ zh: '，', en: ', ' }[lang]), lang);
      return [{ text: `${title[lang]} ${about}`, below: rowNodes(origin.rows, lang) }];
    }
    case 'rows':
      return [{ text: origin.title[lang], below: rowNodes(origin.rows, lang) }];
    case 'archive':
      return [leaf(`${origin.title[lang]} ${bracket(origin.period, lang)}`)];
    case 'calculation': {
      const { title, of, how } = origin;
      if (of.length === 0 && how === undefined) return [];
      const made = how === undefined ? '' : ` = ${termWords(how, of, lang)}`;
      return [
        {
          text: `${title[lang]}${made}`,
          below: of.flatMap((each) => {
            const [own, ...others] = originNodes(each, lang);
            const value = figureInFull(each.quantity)[lang];
            return own ? [{ text: `${value} ${own.text}`, below: own.below }, ...others] : [leaf(value)];
          }),
        },
      ];
    }
  }
}

const between: Readonly<Partial<Record<Operation, string>>> = {
  sum: ' + ',
  difference: ' − ',
  product: ' × ',
  quotient: ' ÷ ',
};
const functions: Readonly<Partial<Record<Operation, Text>>> = {
  mean: { zh: '平均', en: 'mean' },
  largest: { zh: '最大', en: 'largest' },
  smallest: { zh: '最小', en: 'smallest' },
  whole: { zh: '取整', en: 'whole' },
  cents: { zh: '四舍五入到分', en: 'to the cent' },
};

/** `400.00 万元 ÷ 500.00 万元` */
function termWords(term: Term, of: readonly ResolvedFact[], lang: Lang, inside = false): string {
  if (typeof term === 'string') return term;
  if (typeof term === 'number') return figureInFull(of[term]?.quantity ?? null)[lang];
  const sign = between[term.op];
  const parts = term.of.map((part) => termWords(part, of, lang, sign !== undefined));
  if (sign !== undefined) return inside && parts.length > 1 ? `(${parts.join(sign)})` : parts.join(sign);
  if (term.op === 'when') {
    const [seen, line, met, otherwise] = parts;
    return lang === 'zh'
      ? `${seen} ≥ ${line} 时 ${met}，否则 ${otherwise}`
      : `${met} where ${seen} ≥ ${line}, else ${otherwise}`;
  }
  const name = term.op === 'nth' ? { zh: `第 ${term.n} 大`, en: `no. ${term.n} of` } : functions[term.op];
  return `${name?.[lang] ?? ''}(${parts.join(', ')})`;
}

const countedFrom = (amount: string): Text => ({
  zh: `只计日均存款 ${show(amountOf('CNY', fromPlain(amount)), 'zh')}以上的客户`,
  en: `customers with deposits from ${show(amountOf('CNY', fromPlain(amount)), 'en')} only`,
});

const longest = 60;

function rowNodes(rows: ResolvedRows, lang: Lang): TreeNode[] {
  return rows.map(({ file, sheet, rows: ranges }) => {
    const cut = ranges.length > longest ? `${ranges.slice(0, ranges.lastIndexOf(',', longest))}…` : ranges;
    return leaf(placeWords(file, sheet, cut)[lang]);
  });
}

export const placeWords = (file: string, sheet: string | null, rows: string): Text => ({
  zh: `${file}${sheet === null ? '' : `“${sheet}”`} 第 ${rows} 行`,
  en: `${file}${sheet === null ? '' : ` "${sheet}"`} row ${rows}`,
});

const figure = (quantity: ExplainedQuantity | null, lang: Lang, beside?: ExplainedQuantity | null): string =>
  quantity
    ? show(quantityFrom(quantity), lang, beside ? quantityFrom(beside) : undefined)
    : { zh: '无数据', en: 'no figure' }[lang];

export const said = (who: Text, what: Text, lang: Lang): string =>
  `${who[lang]}${{ zh: '：', en: ': ' }[lang]}${what[lang]}`;

export const bracket = (words: string, lang: Lang): string =>
  lang === 'zh' ? `（${words}）` : ` (${words})`;

const paint = {
  rules: { met: 'green', unmet: 'red', unknown: 'yellow', 'not-applicable': 'dim' },
  conditions: { met: 'red', unmet: 'green', unknown: 'yellow', 'not-applicable': 'dim' },
} as const;

export function outcomeWord(outcome: Outcome, { lang, chalk, of }: TextStyle): string {
  const words = of === 'rules' ? outcomeWords : conditionWords;
  return chalk[paint[of][outcome]](words[outcome][lang]);
}
