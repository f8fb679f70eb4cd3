/** The values of a policy's parameters in words, as its document tells them. */
import { type Quantity, show } from '../model/fact.ts';
import type { ParameterInForce } from '../model/in-force.ts';
import { grouped } from '../model/money.ts';
import { ownValue } from '../model/own-value.ts';
import { gradeTitles } from '../model/policy/declared-words.ts';
import type { PolicyFile } from '../model/policy.ts';
import { loanClasses } from '../model/tables/classification.ts';
import { tables } from '../model/tables/index.ts';
import { comma, type Lang, same, semicolon, type Text } from '../model/text.ts';
import { articleWords } from '../model/words.ts';
import { choiceWords } from './choice-words.ts';
import type { Use } from './references.ts';

export interface Values {
  /** A value within a sentence; the title where there is one for each grade. */
  inline(id: string): string;
  /** What a rule's sentence leaves to be said of the values it rests on: those by grade, and what is to be known of each. */
  beside(uses: readonly Use[]): string[];
  /** Each value with its article. */
  whole(uses: readonly Use[]): string[];
  /** Those that have not been told yet. */
  others(): string[];
}

export function valuesOf(file: PolicyFile, list: readonly ParameterInForce[], lang: Lang): Values {
  const byId = new Map(list.map((each) => [each.id, each]));
  const told = new Set<string>();
  const noted = new Set<string>();
  const say = (text: Text): string => text[lang];
  const word = wordsIn(file);
  const grades = gradeTitles(file);
  const said = (value: Quantity, { reading, assumption }: ParameterInForce): string => {
    const words =
      value.kind === 'words'
        ? [...new Set(value.value.zh.split('、').map((each) => say(word(each, reading))))]
        : [quantityWords(value, lang)];
    return `${words.join(say(comma))}${assumption ? say({ zh: '（假设）', en: ' (assumed)' }) : ''}`;
  };
  /** Grades of one value stand together. */
  const statedFor = (parameter: ParameterInForce, asked: readonly string[] | null): string => {
    const shown = parameter.values.filter(({ grade }) => !asked || grade === null || asked.includes(grade));
    if (shown.length === 0) return say(file.parameters[parameter.id]?.unfilled ?? same(''));
    return grouping(shown, ({ value }) => said(value, parameter))
      .map(([value, entries]) => {
        const of = entries.flatMap(({ grade }) =>
          grade === null ? [] : say(grades.get(grade) ?? same(grade)),
        );
        return of.length === 0 ? value : `${of.join(say(comma))} = ${value}`;
      })
      .join(say(semicolon));
  };
  const line = (parameter: ParameterInForce, asked: readonly string[] | null, article: Text): string => {
    told.add(parameter.id);
    return `- ${say(parameter.title)}${say(article)}${say({ zh: '：', en: ': ' })}${statedFor(parameter, asked)}`;
  };
  const note = ({ id, note: says }: ParameterInForce): string[] => {
    if (says === null) return [];
    const words = say(choicesSaid(says, file.parameters[id]?.choices ?? []));
    if (noted.has(words)) return [];
    noted.add(words);
    return [say({ zh: `- 注：${words}`, en: `- Note: ${words}` })];
  };
  return {
    inline: (id) => {
      const parameter = byId.get(id);
      const value = parameter && forEveryone(parameter);
      if (parameter === undefined || value === undefined)
        return say({ zh: `“${parameter?.title.zh ?? id}”`, en: `“${parameter?.title.en ?? id}”` });
      told.add(id);
      return said(value, parameter);
    },
    beside: (uses) =>
      grouping(uses, ({ id }) => id).flatMap(([id, of]) => {
        const parameter = byId.get(id);
        if (parameter === undefined) return [];
        const asked = of.flatMap((use) => use.grades);
        const isSaid = forEveryone(parameter) !== undefined && told.has(id);
        return [...(isSaid ? [] : [line(parameter, asked, same(''))]), ...note(parameter)];
      }),
    whole: (uses) => [...new Set(uses.map(({ id }) => id))].flatMap((id) => lineOf(byId.get(id))),
    others: () => list.filter(({ id }) => !told.has(id)).flatMap(lineOf),
  };

  function lineOf(parameter: ParameterInForce | undefined): string[] {
    if (parameter === undefined) return [];
    const { zh, en } = articleWords(parameter.article);
    return [line(parameter, null, { zh: `（${zh}）`, en: ` (${en})` }), ...note(parameter)];
  }
}

/** The value, where there is one for everyone and no other. */
const forEveryone = ({ values: [first, ...others] }: ParameterInForce): Quantity | undefined =>
  first?.grade === null && others.length === 0 ? first.value : undefined;

/** What the words of parameters are called: the choices of readings, grades, levels, lines of business, classes of loans, indicators. */
function wordsIn(file: PolicyFile): (id: string, reading: boolean) => Text {
  const grades = gradeTitles(file);
  const declared = { ...file['roster-grades'], ...file['roster-series'], ...file['warning-levels'] };
  const columns = [...loanClasses, ...tables.targets.columns.indicator.choices];
  const known = new Map<string, Text>(columns.map((each) => [each.id, each.text]));
  return (id, reading) =>
    (reading ? ownValue(choiceWords, id) : grades.get(id)) ??
    ownValue(declared, id)?.title ??
    known.get(id) ??
    same(id);
}

/** A note with the choices of its reading in words; in English only those that cannot be words. */
const choicesSaid = (note: Text, choices: readonly string[]): Text =>
  choices.reduce(({ zh, en }, choice) => {
    const word = choiceWords[choice] ?? same(choice);
    const whole = new RegExp(`(?<![\\w-])${choice}(?![\\w-])`, 'g');
    return {
      zh: zh.replace(whole, word.zh),
      en: choice.includes('-') ? en.replace(whole, word.en) : en,
    };
  }, note);

/** In the order in which each key comes first. */
function grouping<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}

/** An amount as a regulation writes it: whole yuan without decimals. */
function quantityWords(value: Quantity, lang: Lang): string {
  if (value.kind !== 'amount') return show(value, lang);
  const figure = grouped(value.value).replace(/\.00$/, '');
  const units: Readonly<Record<string, string>> = { CNY: '元', USD: '美元' };
  return lang === 'zh' ? `${figure} ${units[value.unit] ?? value.unit}` : `${value.unit} ${figure}`;
}
