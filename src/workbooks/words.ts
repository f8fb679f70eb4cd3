/** Words that several sheets share: outcomes, levels, units, periods, and sentences made of them. */

import type { Appraisal } from '../model/appraisal.ts';
import type { Quarter, Stage } from '../model/calendar.ts';
import type { CountUnit, Quantity } from '../model/fact.ts';
import { fullYuan, noShare, show } from '../model/fact.ts';
import type { GradeId, PolicyInForce, WarningLevel } from '../model/in-force.ts';
import type { Comparison } from '../model/judgement.ts';
import { grouped } from '../model/money.ts';
import type { Outcome, WarningOutcome } from '../model/outcome.ts';
import { type Graded, gradeCountedWord, gradeWord } from '../model/statements/grade.ts';
import type { Choice } from '../model/table.ts';
import { inBoth, join, type Lang, none, same, type Text } from '../model/text.ts';
import { conditionWords, levelTitle, outcomeWords, warningWords } from '../model/words.ts';
import type { Mark } from '../spreadsheet/sheet.ts';
import type { Tone } from '../spreadsheet/style.ts';
import type { RunMarks } from './context.ts';

/** Words with their colours; the words themselves are the model's. */
const marksOf = <K extends string>(
  texts: Readonly<Record<K, Text>>,
  tones: Readonly<Record<K, Tone>>,
): Readonly<Record<K, Mark>> =>
  Object.fromEntries(
    (Object.keys(tones) as K[]).map((key) => [key, { text: texts[key], tone: tones[key] }]),
  ) as Record<K, Mark>;

export const outcomeMarks: Readonly<Record<Outcome, Mark>> = marksOf(outcomeWords, {
  met: 'good',
  unmet: 'bad',
  'not-applicable': 'muted',
  unknown: 'open',
});

/** A part of a warning does not speak for or against anybody: it holds or it does not. */
export const conditionMarks: Readonly<Record<Outcome, Mark>> = marksOf(conditionWords, {
  met: 'warn',
  unmet: 'muted',
  'not-applicable': 'muted',
  unknown: 'open',
});

export const warningMarks: Readonly<Record<WarningOutcome, Mark>> = marksOf(warningWords, {
  triggered: 'bad',
  review: 'warn',
  unknown: 'open',
  clear: 'good',
  'not-applicable': 'muted',
});

export const yes: Mark = { text: { zh: '是', en: 'yes' }, tone: 'good' };
export const no: Mark = { text: { zh: '否', en: 'no' }, tone: 'muted' };

/** The level's title in the policy. */
export const levelWord = ({ policy }: Pick<Appraisal, 'policy'>, level: WarningLevel): Text =>
  levelTitle(policy.warningLevels, level);

/** The grade's title in the policy; the id where the policy has none. */
export const gradeTitle = (appraisal: Pick<Appraisal, 'policy'>, grade: GradeId | null): Text =>
  grade === null ? none : (appraisal.policy.ladder.find((each) => each.id === grade)?.title ?? same(grade));

/** What is known of the grade qualified for, as it stands alone. */
export const qualifiedWord = (appraisal: Pick<Appraisal, 'policy'>, graded: Graded): Text =>
  gradeWord(graded, (grade) => gradeTitle(appraisal, grade));

/** The same as lists count it: by the grade that is certain. */
export const countedWord = (appraisal: Pick<Appraisal, 'policy'>, graded: Graded): Text =>
  gradeCountedWord(graded, (grade) => gradeTitle(appraisal, grade));

/** `客户经理等级管理办法 2026.1`. */
export const policyName = ({ title, edition }: Pick<PolicyInForce, 'title' | 'edition'>): Text =>
  join([title, ` ${edition}`]);

/** The policies of a run at the foot of a page: the first, and how many there are. */
export const policiesInShort = ({
  policy,
  schemes,
}: Pick<Appraisal, 'policy'> & { readonly schemes: readonly unknown[] }): Text => {
  const count = schemes.length;
  const more = { zh: ` 等 ${count} 项制度`, en: ` and ${count - 1} more` };
  return join([policyName(policy), count > 1 ? more : '']);
};

/** The word of a choice by its id; what is none of the choices stands as it is. */
export const choiceWord = (choices: readonly Choice[], id: string | null): Text =>
  id === null ? same('') : (choices.find((choice) => choice.id === id)?.text ?? same(id));

const ordinals = ['一', '二', '三', '四'];
export const quarterWords = (quarter: Quarter): Text => ({
  zh: `${quarter.slice(0, 4)}年第${ordinals[Number(quarter[5]) - 1]}季度`,
  en: `Q${quarter[5]} ${quarter.slice(0, 4)}`,
});

export const stageWords: Readonly<Record<Stage, Text>> = {
  interim: { zh: '季度考核（年度条件按目前情况）', en: 'interim: annual conditions as things stand' },
  annual: { zh: '年度考核', en: 'annual' },
};

const countWords: Readonly<Record<CountUnit, Text>> = {
  years: { zh: '年', en: 'years' },
  months: { zh: '个月', en: 'months' },
  days: { zh: '天', en: 'days' },
  events: { zh: '次', en: 'events' },
  items: { zh: '笔', en: 'items' },
  customers: { zh: '户', en: 'customers' },
  rank: { zh: '名', en: 'rank' },
  number: same(''),
};

/** The word beside a figure's cell. */
export function unitOf(quantity: Quantity | null): Text {
  if (quantity === null) return same('');
  switch (quantity.kind) {
    case 'amount':
    case 'decimal':
      return unitWord(quantity.unit);
    case 'count':
      return countWords[quantity.unit];
    default:
      return same('');
  }
}

const currencyUnits: ReadonlyMap<string, Text> = new Map([
  ['CNY', { zh: '万元', en: 'CNY 10,000' }],
  ['USD', { zh: '万美元', en: 'USD 10,000' }],
  [fullYuan, { zh: '元', en: 'CNY' }],
]);
export const unitWord = (unit: string): Text => currencyUnits.get(unit) ?? same(unit);

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** An amount to the cent, for where 万元 with two places would hide the difference. */
function toTheCent({ unit, value }: Extract<Quantity, { kind: 'amount' }>, lang: Lang): string {
  if (lang === 'en' || (unit !== 'CNY' && unit !== 'USD')) return show({ kind: 'amount', unit, value }, lang);
  return `${grouped(value)} ${unit === 'CNY' ? '元' : '美元'}`;
}

/**
 * A figure in a sentence. Where two places would make it look like nothing, or like the bound beside it that it is not
 * equal to, it stands in full.
 */
export const inWords = (quantity: Quantity, bound?: Quantity): Text =>
  inBoth((lang) => {
    const short = show(quantity, lang);
    const hidden = bound !== undefined && short === show(bound, lang);
    if (quantity.kind === 'amount') {
      const tiny = quantity.value !== 0n && magnitude(quantity.value) < 10_000n;
      const differs = bound?.kind === 'amount' && bound.value !== quantity.value;
      return tiny || (hidden && differs) ? toTheCent(quantity, lang) : short;
    }
    return show(quantity, lang, hidden ? bound : noShare);
  });

/** A figure and the bound beside it: both to the cent where one of them is. */
export function inWordsBeside(quantity: Quantity, bound: Quantity): readonly [Text, Text] {
  const seen = inWords(quantity, bound);
  const inFull = quantity.kind === 'amount' && seen.zh !== show(quantity, 'zh');
  return [
    seen,
    inFull && bound.kind === 'amount' ? inBoth((lang) => toTheCent(bound, lang)) : inWords(bound),
  ];
}

/** A title that begins with a small letter, at the beginning of a line or a cell. */
export const capital = ({ zh, en }: Text): Text => ({ zh, en: en.charAt(0).toUpperCase() + en.slice(1) });

/** The earlier quarters that were taken as clean; every sheet says so. Null: none was. */
export function cleanNote(appraisal: Pick<Appraisal, 'chain'>): Text | null {
  const quarters = appraisal.chain.takenAsClean;
  if (quarters.length === 0) return null;
  return {
    zh: `首次运行：${quarters.map((each) => quarterWords(each).zh).join('、')}按无不良记录处理。`,
    en: `First run: ${quarters.map((each) => quarterWords(each).en).join(', ')} taken as clean.`,
  };
}

/** Of a run that corrects another one: which, by the digits on its pages; nothing of any other. */
export function correctionNote({ replaces }: RunMarks): readonly Text[] {
  const fingerprint = replaces?.fingerprint;
  return fingerprint === undefined
    ? []
    : [
        {
          zh: `更正版，替代运行指纹为 ${fingerprint} 的一版。`,
          en: `Corrected: it replaces the run ${fingerprint}.`,
        },
      ];
}

/** What a comparison asks for. */
export const demands: Readonly<Record<Comparison, Text>> = {
  'at-least': { zh: '须不低于', en: 'to be at least' },
  'at-most': { zh: '须不高于', en: 'to be at most' },
  'less-than': { zh: '须低于', en: 'to be below' },
  'more-than': { zh: '须高于', en: 'to be above' },
  risen: { zh: '须高于', en: 'to be above' },
};
