/** What a section comes to, in sentences: for the kinds whose rules alone do not tell it. */
import type { Wording } from '../../model/conditions/node.ts';
import { figureWords } from '../../model/figures/words.ts';
import type { PolicyFile } from '../../model/policy.ts';
import type { AssignedSpec } from '../../model/sections/assigned.ts';
import type { DeferralSpec } from '../../model/sections/deferral.ts';
import type { SectionSpec } from '../../model/sections/index.ts';
import type { PlacesSpec } from '../../model/sections/places.ts';
import type { PoolSpec } from '../../model/sections/pool.ts';
import { linesWords } from './lines.ts';
import { pricedWords } from './priced.ts';
import { scorecardWords } from './scorecard.ts';

/** None, where the section's rules and values say it all. */
export function sectionSays(spec: SectionSpec, { measures }: PolicyFile, names: Wording): string[] {
  switch (spec.kind) {
    case 'assigned':
      return assignedWords(spec, measures, names);
    case 'deferral':
      return deferralWords(spec, names);
    case 'lines':
      return linesWords(spec, names);
    case 'places':
      return placesWords(spec, names);
    case 'pool':
      return poolWords(spec, names);
    case 'scorecard':
      return scorecardWords(spec, names);
    default:
      return [];
  }
}

function assignedWords(
  spec: AssignedSpec,
  measures: PolicyFile['measures'],
  { say, list, measure, value }: Wording,
): string[] {
  const leads = [...new Set(spec.measures.flatMap((id) => measures[id]?.assigned?.lead ?? []))];
  const [said, lead] = [list(spec.measures.map(measure)), list(leads.map(value))];
  return [
    say({
      zh: `${said}按天分给客户的主办人与协办人（${spec.basis === 'year' ? '本年' : '本季'}的天数）；未写份额的，主办人得 ${lead}，协办人平分其余，没有协办人的全归主办人。`,
      en: `${said}: by the days of the ${spec.basis}, to who led and who assisted; where no shares are stated the lead has ${lead} and the assistants have equal parts of the rest; without assistants the lead has all.`,
    }),
  ];
}

function placesWords(spec: PlacesSpec, names: Wording): string[] {
  const { say, value, list } = names;
  const { steps } = spec;
  const grades = Object.values(spec.grades);
  const by = figureWords(spec.by, names);
  const some = (count: string | undefined, zh: string, en: string): string[] =>
    count === undefined ? [] : [say({ zh: `${zh} ${value(count)} 级`, en: `${en} ${value(count)}` })];
  const moves = [...some(steps?.up, '最多升', 'up at most'), ...some(steps?.down, '最多降', 'down at most')];
  return [
    say({
      zh: `从高等级到低等级：满足该等级条件的，按${by}由高到低取，取满名额为止。`,
      en: `From the highest grade down: who meets a grade's conditions is taken in the order of ${by}, the highest first, while it has places.`,
    }),
    ...grades.map((grade, index) => {
      const title = say(grade.title);
      if (index === grades.length - 1)
        return say({ zh: `${title}：其余的人`, en: `${title}: whoever is left` });
      if (grade.places === undefined)
        return say({ zh: `${title}：名额不限`, en: `${title}: whoever meets the conditions` });
      const [count, most] = [value(grade.places), grade.most && value(grade.most)];
      const equals = list((grade['equals-by'] ?? []).map((each) => figureWords(each, names)));
      const tied =
        grade.ties === 'all'
          ? { zh: '最后一个名额并列的都取', en: 'equals at the last place are all placed' }
          : { zh: '最后一个名额并列而容不下的都不取', en: 'equals who do not all fit are not placed' };
      return say({
        zh: `${title}：名额 ${count}${most ? `，最多 ${most} 人` : ''}；${equals ? `相同的先比${equals}；` : ''}${tied.zh}`,
        en: `${title}: places ${count}${most ? `, at most ${most}` : ''}; ${equals ? `equals in the order of ${equals}, the highest first; ` : ''}${tied.en}`,
      });
    }),
    ...(grades.some(({ places }) => places !== undefined)
      ? [
          say({
            zh: '名额是百分比的，按全部参评人数（含缺数据的）计，舍去小数，至少 1 名。',
            en: 'A percentage is of all who are appraised, missing figures included, rounded down, at least 1.',
          }),
        ]
      : []),
    ...(moves.length > 0
      ? [
          say({
            zh: `与现等级相比，一次${moves.join('，')}。`,
            en: `From the grade held, at one time: ${moves.join(', ')}.`,
          }),
        ]
      : []),
  ];
}

function poolWords(spec: PoolSpec, names: Wording): string[] {
  const { say } = names;
  const amount = figureWords(spec.amount, names);
  const weight = `${say(spec.weight.title)}${say({ zh: '＝', en: ' = ' })}${pricedWords(spec.weight, names)}`;
  return [
    spec.among === 'branch'
      ? say({
          zh: `每个机构的池：${amount}，保留到分，按权重分给本机构的客户经理，分尽为止。`,
          en: `The pool of each branch: ${amount}, rounded to the cent, parted among its managers by weight; the parts add up to it.`,
        })
      : say({
          zh: `池：${amount}，保留到分，按权重分给全体客户经理，分尽为止。`,
          en: `The pool: ${amount}, rounded to the cent, parted among all managers by weight; the parts add up to it.`,
        }),
    weight,
    say({
      zh: '权重不取整；池内有一人的权重不明，各人所得都不明。',
      en: 'Weights are not rounded; one that is not known leaves every share of the pool unknown.',
    }),
  ];
}

function deferralWords(spec: DeferralSpec, names: Wording): string[] {
  const { say, value, events } = names;
  const [pay, held] = [figureWords(spec.of, names), value(spec.held)];
  const [parts, every] = [value(spec.parts), value(spec.every)];
  const above = spec['more-than'] === undefined ? null : value(spec['more-than']);
  const { charge, stop } = spec;
  return [
    say({
      zh: `${pay}${above ? ` > ${above} 时，其` : '的'} ${held} 延期支付，保留到分；其余当期支付。`,
      en: `${held} of ${pay}${above ? `, where it is > ${above},` : ''} is held back, rounded to the cent; the rest is paid at once.`,
    }),
    say({
      zh: `每季的延期额分 ${parts} 期等额支付，第一期在 ${every} 个季度之后，以后每 ${every} 个季度一期；各期之和等于延期额。`,
      en: `What is held of a quarter is paid in ${parts} equal parts, the first ${every} quarters later and each next one ${every} quarters on; they add up to it.`,
    }),
    ...(charge
      ? [
          say({
            zh: `本季每有一笔${events(charge.events)}，扣回该笔贷款余额的 ${value(charge.rate)}，从最${spec.order === 'oldest' ? '早' : '近'}的延期额扣起；${restOf(spec).zh}。`,
            en: `For each event of the quarter (${events(charge.events)}) ${value(charge.rate)} of that loan's balance is taken from what is held, the ${spec.order} first; ${restOf(spec).en}.`,
          }),
        ]
      : []),
    ...(stop
      ? [
          say({
            zh: `满足“${stop.title.zh}”时不支付延期额，到期的仍然到期。`,
            en: `Where “${stop.title.en}” is met nothing held is paid; what is due stays due.`,
          }),
        ]
      : []),
  ];
}

/** What becomes of a charge that the tranches do not cover. */
function restOf({ 'what-is-left': left }: DeferralSpec) {
  const current = left.includes('current');
  const claim = left.includes('claim');
  if (current && claim)
    return {
      zh: '不够的从本季当期支付中扣，再不够的结转下季',
      en: "what they do not cover is taken from this quarter's pay, and what is left then is carried to the next quarter",
    };
  if (current)
    return {
      zh: '不够的从本季当期支付中扣，再不够的不再追扣',
      en: "what they do not cover is taken from this quarter's pay; the rest lapses",
    };
  return claim
    ? { zh: '不够的结转下季', en: 'what they do not cover is carried to the next quarter' }
    : { zh: '不够的不再追扣', en: 'what they do not cover lapses' };
}
