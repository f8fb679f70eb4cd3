/** What a value of each shape looks like, in words. */
import type { Shape } from '../model/reference.ts';
import type { Text } from '../model/text.ts';
import type { Asked } from './references.ts';

const shapeTitles: Readonly<Record<Shape, Text>> = {
  yuan: { zh: '人民币金额，如 CNY 250,000,000', en: 'an amount in yuan, such as CNY 250,000,000' },
  amount: {
    zh: '金额，如 CNY 250,000,000 或 USD 30,000,000',
    en: 'an amount, such as CNY 250,000,000 or USD 30,000,000',
  },
  ratio: { zh: '百分比，如 80%', en: 'a percentage, such as 80%' },
  count: { zh: '整数，如 6', en: 'a whole number, such as 6' },
  quantity: {
    zh: '金额、百分比或数字，如 CNY 10,000、80%、0.5',
    en: 'an amount, a percentage or a number, such as CNY 10,000, 80% or 0.5',
  },
  places: { zh: '整数或百分比，如 3、10%', en: 'a whole number or a percentage, such as 3 or 10%' },
  words: { zh: '词语列表，如 [大专, 本科]', en: 'a list of words, such as [大专, 本科]' },
  choice: {
    zh: '一种读法：参数要有 choices，取值为其中之一',
    en: 'a reading: a parameter with choices, and one of them as its value',
  },
};

/** The form that a reference asks of a value. */
export function shapeWords({ shape, choices, positive }: Asked): Text {
  const { zh, en } = shapeTitles[shape];
  if (choices !== null)
    return {
      zh: `一种读法，choices 及取值为：${choices.join('、')}`,
      en: `a reading, with its choices and value among: ${choices.join(', ')}`,
    };
  return positive ? { zh: `${zh}，大于 0`, en: `${en}, greater than 0` } : { zh, en };
}
