/** Keys in what is said of a policy, spelt as its file spells them: a file in language 1 has other words for some. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import { inLanguageOne } from './language-one.ts';
import type { Path } from './place.ts';

export interface Spelling {
  /** A key of the place that the way leads to. */
  key(way: Path, key: string): string;
  /** The way to a place, its keys joined. */
  way(path: Path): string;
  /** Keys stand between backticks, with the way to them where it is not the way to the place spoken of. */
  text(text: Text, way?: Path): Text;
  diagnostic<D extends Diagnostic>(diagnostic: D): D;
}

export function spellingOf(language: 1 | 2): Spelling {
  const key = (way: Path, name: string): string => (language === 1 ? inLanguageOne(way, name) : name);
  const spelt = (text: string, way: Path): string =>
    text
      .replaceAll(/`([\w.*-]+)`/g, (_, keys: string) => {
        const steps = keys.split('.');
        return `\`${key([...way, ...steps.slice(0, -1)], steps.at(-1) ?? '')}\``;
      })
      // What is two keys now was one.
      .replaceAll(/(`[\w-]+`)(?:、| 与 |, | and )\1/g, '$1')
      .replaceAll(/`([\w-]+)`/g, '$1');
  const text = ({ zh, en }: Text, way: Path = []): Text => ({ zh: spelt(zh, way), en: spelt(en, way) });
  return {
    key,
    way: (path) => path.map((step, index) => key(path.slice(0, index), String(step))).join('.'),
    text,
    diagnostic: (said) => ({ ...said, message: text(said.message), hint: text(said.hint) }),
  };
}
