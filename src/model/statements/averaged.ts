/** What an average of completions is called: how it is made stands beside it wherever that needs saying. */
import type { Averaging } from '../in-force.ts';
import type { Text } from '../text.ts';

/** `主要业务指标平均完成率（按权重）` */
export const averageTitled = (title: Text, { told }: Averaging): Text =>
  told === null ? title : { zh: `${title.zh}（${told.zh}）`, en: `${title.en} (${told.en})` };
