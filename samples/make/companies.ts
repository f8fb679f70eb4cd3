// Invented company names, dealt out in the order in which they are asked for: none twice.

import { random } from './random.ts';

const WORDS =
  '青禾 白鹭 墨石 拾光 云帆 听松 望岫 雁回 棠梨 鹿鸣 沧浪 半山 晓雾 松烟 苇舟 梧影 星野 竹里 临泽 霜桥 琢玉 抱朴 寻香 南柯 乌有 子虚'.split(
    ' ',
  );
const TRADES = '机械 纺织 食品 物流 电子 建材 化工 医药 贸易 农业 印务 器材'.split(' ');

function shuffled(names: string[], next: () => number): string[] {
  return names
    .map((name) => ({ name, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
}

/** A dealer of names: `const next = companies(1)`, then `next()` for each customer. */
export function companies(seed: number): () => string {
  const names = WORDS.flatMap((word) => TRADES.map((trade) => `云州${word}${trade}有限公司`));
  const deck = shuffled(names, random(seed));
  return () => {
    const name = deck.pop();
    if (name === undefined) throw new Error('The deck of company names is used up: add words');
    return name;
  };
}
