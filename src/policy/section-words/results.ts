/** In words: what a total is called, from high to low. */
import type { Wording } from '../../model/conditions/node.ts';
import type { Text } from '../../model/text.ts';

type Results = Readonly<Record<string, { readonly title: Text; readonly 'at-least'?: string | undefined }>>;

export function resultsWords(results: Results, { say, value }: Wording): string {
  const said = Object.values(results).map(({ title, 'at-least': line }) => {
    const bound = line === undefined ? say({ zh: '其余', en: 'otherwise' }) : `≥ ${value(line)}`;
    return `${bound}${say({ zh: '：', en: ': ' })}${say(title)}`;
  });
  return say({
    zh: `结果按合计：${said.join('；')}。`,
    en: `The result by the total: ${said.join('; ')}.`,
  });
}
