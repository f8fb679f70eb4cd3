/** The five schemes as documents to read: what each section comes to stands there in sentences, without an id. */
import { expect, test } from 'vitest';
import type { Lang } from '../../src/model/text.ts';
import { bookOf } from '../../src/policy/book.ts';
import { outlineOf } from '../../src/policy/outline.ts';
import { parametersInForce } from '../../src/policy/parameters.ts';
import { policyOf } from './scheme.ts';

const on = '2026-09-30';

function bookIn(scheme: string, lang: Lang): string[] {
  const policy = policyOf(scheme);
  return bookOf(policy.file, parametersInForce(policy, on).parameters.list, on, lang);
}

const sentences: Readonly<Record<string, Readonly<Record<Lang, readonly string[]>>>> = {
  '1-unit-price': {
    zh: [
      '- 定期类存款减量（第 2 条）：定期类存款减量 ÷ 10,000 元 × -2 元',
      '- 中间业务收入（第 4 条）：本季中间业务收入，各段按各段的价（≤ 50,000 元：10.00 %；≤ 150,000 元：15.00 %；其余：20.00 %）',
      '- 合计为以上各项（各保留两位小数）之和，不低于 (“月保底” × 3)，不超过 “季封顶”。',
    ],
    en: [
      '- Interest in arrears (Art. 7): Interest in arrears of the quarter × -20.00 %',
      '- The total is the sum of these lines, each rounded to 0.01, at least (“Floor of a month” × 3), at most “Cap of the quarter”.',
    ],
  },
  '2-points': {
    zh: [
      '- 满足“一票否决”时，合计为 0，结果为不合格。',
      '- 结果按合计：≥ 100：优秀；≥ 80：良好；≥ 60：合格；其余：不合格。',
      '- 按合计由高到低排名，相同的名次相同。',
      '- 按积分计价（第 9 条）：积分，全部按所达一档的价（≥ 60：15 元；其余：8 元）',
    ],
    en: ['- Where “Veto” is met, the total is 0 and the result is “failed”.'],
  },
  '3-grade-quota': {
    zh: [
      '- 从高等级到低等级：满足该等级条件的，按综合积分由高到低取，取满名额为止。',
      '- 首席：名额 10.00 %；相同的先比模拟利润；最后一个名额并列而容不下的都不取',
      '- 高级：名额 30.00 %，最多 3 人；最后一个名额并列的都取',
      '- 初级：其余的人',
      '- 与现等级相比，一次最多升 1 级，最多降 1 级。',
      '- 综合积分：首席 = 120；高级 = 100；中级 = 80',
    ],
    en: ['- 高级: places 30.00 %, at most 3; equals at the last place are all placed'],
  },
  '4-branch-pool': {
    zh: [
      '- 存款季日均、贷款季日均按天分给客户的主办人与协办人（本季的天数）；未写份额的，主办人得 70.00 %，协办人平分其余，没有协办人的全归主办人。',
      '- 每个机构的池：(本季机构绩效池 × 本季机构考核得分) ÷ 100，保留到分，按权重分给本机构的客户经理，分尽为止。',
      '- 权重＝贡献积分 × 岗位系数（“岗位系数”） × 质量系数（按贷款余额（次级、可疑、损失） ÷ 贷款余额（全部），≤ 1.00 %：1；≤ 2.00 %：0.9；≤ 3.00 %：0.8；其余：0.5，不适用时为 1） × 中收系数（按本季中间业务计划完成率，≥ 100.00 %：1.1；≥ 80.00 %：1；其余：0.9）',
      '- 岗位系数：高级 = 1.5；一级 = 1.3；二级 = 1.1；三级 = 1；见习 = 0.6',
    ],
    en: ['- Deposits (Art. 3): Average deposits of the quarter ÷ CNY 10,000 × 1'],
  },
  '5-deferral': {
    zh: [
      '- 本季绩效工资 > 6,000 元 时，其 40.00 % 延期支付，保留到分；其余当期支付。',
      '- 每季的延期额分 3 期等额支付，第一期在 4 个季度之后，以后每 4 个季度一期；各期之和等于延期额。',
      '- 本季每有一笔责任贷款，扣回该笔贷款余额的 5.00 %，从最早的延期额扣起；不够的从本季当期支付中扣，再不够的结转下季。',
      '- 满足“止付”时不支付延期额，到期的仍然到期。',
    ],
    en: [
      '- 40.00 % of 绩效工资 of the quarter, where it is > CNY 6,000, is held back, rounded to the cent; the rest is paid at once.',
    ],
  },
};

test.each(Object.entries(sentences))('%s', (scheme, expected) => {
  for (const lang of ['zh', 'en'] as const) {
    const book = bookIn(scheme, lang);
    expect(book).toEqual(expect.arrayContaining([...expected[lang]]));
    // Neither a parameter nor a section is called by its id where its id is no word.
    const { parameters, sections } = policyOf(scheme).file;
    const ids = [...Object.keys(parameters), ...Object.keys(sections)].filter((id) => id.includes('-'));
    expect(ids.filter((id) => book.join('\n').includes(id))).toEqual([]);
  }
});

test('the outline names parameters by their ids, as the table above it does', () => {
  const [section] = outlineOf(policyOf('5-deferral').file, 'zh');
  expect(section?.says[0]).toBe(
    '本季绩效工资 > held-above 时，其 held-part 延期支付，保留到分；其余当期支付。',
  );
});
