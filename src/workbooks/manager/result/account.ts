/** How the quarter's allowance comes about, in a line, and what the grade above is paid. */
import { type Allowance, allowanceOf, decisionOf } from '../../../model/entries.ts';
import { fullYuan } from '../../../model/fact.ts';
import { inBoth, join, semicolon, type Text } from '../../../model/text.ts';
import { outcomeWords } from '../../../model/words.ts';
import type { Block } from '../../../spreadsheet/sheet.ts';
import { gradeTitle, inWords } from '../../words.ts';
import type { ManagerView } from '../view.ts';

const yuan = (value: bigint): Text => inWords({ kind: 'amount', unit: fullYuan, value });

/** `每月 480.00 元 × 92 天，其中 41 天减半`. */
function stretchWords({ fees, days }: Allowance['stretches'][number]): Text {
  const paid = days.reduce((sum, each) => sum + each.days, 0);
  const halved = days.reduce((sum, each) => sum + each.halvedDays, 0);
  const rate = fees === null ? outcomeWords.unknown : yuan(fees.rate);
  return join([
    { zh: `每月 ${rate.zh}，按 ${paid} 天计`, en: `${rate.en} a month for ${paid} days` },
    halved === 0 ? '' : { zh: `，其中 ${halved} 天减半`, en: `, halved on ${halved} of them` },
  ]);
}

/** Whether nothing lower than the grade held is proposed, nor the end of it. */
function staysOrRises({ appraised, appraisal: { policy } }: ManagerView): boolean {
  const decision = decisionOf(appraised);
  if (decision === null) return true;
  const rank = (grade: string): number => policy.ladder.findIndex(({ id }) => id === grade);
  return decision.toGrade !== null && rank(decision.toGrade) <= rank(appraised.manager.grade);
}

/** What the grade above the one held is paid, where that is another rate. */
function aboveWords(view: ManagerView, { rates }: Allowance): Text | '' {
  if (!staysOrRises(view)) return '';
  const { appraised, appraisal } = view;
  const { grade } = appraised.manager;
  const held = rates.findIndex((each) => each.grade === grade);
  // A trainee's next grade is the lowest of the ladder's own.
  const above = rates[held < 0 ? rates.length - 1 : held - 1];
  const own = rates[held]?.rate;
  if (above === undefined || above.rate === own) return '';
  const [title, rate] = [gradeTitle(appraisal, above.grade), yuan(above.rate)];
  return {
    zh: `高一级（${title.zh}）每月 ${rate.zh}。`,
    en: ` The grade above (${title.en}) is paid ${rate.en} a month.`,
  };
}

export function accountBlocks(view: ManagerView): Block[] {
  const { appraised } = view;
  const allowance = allowanceOf(appraised);
  if (allowance === null || allowance.stretches.length === 0) return [];
  const { amount, stretches, halvedBy } = allowance;
  const remarks = appraised.entries.allowance?.notes ?? [];
  const because = halvedBy.map(({ date, reference }) => `${date} ${reference ?? ''}`.trim());
  const text = join([
    { zh: '费用补贴：', en: 'Allowance: ' },
    join(stretches.map(stretchWords), semicolon),
    because.length === 0
      ? ''
      : inBoth((lang) => (lang === 'zh' ? `（依据 ${because.join('、')}）` : ` (${because.join(', ')})`)),
    { zh: '，本季合计 ', en: ', the quarter: ' },
    amount === null ? outcomeWords.unknown : yuan(amount),
    ...remarks.map(({ zh, en }) => ({ zh: `；${zh}`, en: `; ${en}` })),
    { zh: '。', en: '.' },
    aboveWords(view, allowance),
  ]);
  return [{ kind: 'text', text }];
}
