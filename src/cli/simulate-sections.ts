/** The sections of a simulation on the screen, whatever their kind: the verdicts, sums of money, and who moves by what. */
import { inFull, isSmall, show } from '../model/fact.ts';
import { grouped } from '../model/money.ts';
import {
  type FigureMove,
  isMove,
  type Judged,
  type SimulatedSection,
  type SimulatedSubject,
} from '../model/simulation.ts';
import type { Summed } from '../model/statements/sums.ts';
import type { Lang } from '../model/text.ts';
import { articleWords, outcomeWords } from '../model/words.ts';
import { ruleWords } from './rule-words.ts';
import { leaf, type TreeNode, table, tree } from './table.ts';

export function sectionLines(section: SimulatedSection, lang: Lang): string[] {
  const { title, article, entries, totals } = section;
  const moves = entries.filter(isMove);
  const changed = entries.filter(({ moved }) => moved).length;
  const counts = {
    zh: `${entries.length} 项，结论不同 ${changed}，数值不同 ${moves.length - changed}`,
    en: `${entries.length}, ${changed} with another verdict, ${moves.length - changed} with other figures`,
  }[lang];
  const named = article === '' ? title[lang] : `${title[lang]} ${articleWords(article)[lang]}`;
  return [
    `${named}${{ zh: '：', en: ': ' }[lang]}${counts}`,
    ...(section.subjects === 'titles' || moves.length === 0 ? [] : matrix(section, lang)),
    ...totals.map(({ title: of, before, after }) => {
      const sums = `${sum(before, lang)} → ${sum(after, lang)}`;
      return { zh: `合计 ${of.zh}：${sums}`, en: `total ${of.en}: ${sums}` }[lang];
    }),
    ...tree(moves.map((each) => moveNode(each, lang))),
  ];
}

/** A sum, and how many figures of it are not known. */
const sum = ({ known, unknown }: Summed, lang: Lang): string =>
  unknown === 0
    ? grouped(known)
    : { zh: `${grouped(known)}（另有 ${unknown} 项未知）`, en: `${grouped(known)} and ${unknown} unknown` }[
        lang
      ];

/** The verdict in a word, or why there is none. */
const word = (judged: Judged | null, lang: Lang): string =>
  judged === null ? '—' : (judged.verdict?.title ?? outcomeWords[judged.outcome])[lang];

function matrix({ entries, verdicts }: SimulatedSection, lang: Lang): string[] {
  const seen = entries.flatMap(({ before, after }) => [word(before, lang), word(after, lang)]);
  const words = [...new Set([...verdicts.map(({ title }) => title[lang]), ...seen])];
  const count = (was: string, is: string): number =>
    entries.filter(({ before, after }) => word(before, lang) === was && word(after, lang) === is).length;
  return table(
    [
      [{ zh: '原 ＼ 新', en: 'before \\ after' }[lang], ...words],
      ...words.map((was) => [was, ...words.map((is) => String(count(was, is) || '·'))]),
    ],
    ['left', 'right'],
  );
}

function moveNode(
  { subject, name, before, after, moved, figures, rules }: SimulatedSubject,
  lang: Lang,
): TreeNode {
  const who = subject === name[lang] || subject === '' ? name[lang] : `${subject} ${name[lang]}`;
  const verdict = moved ? `${word(before, lang)} → ${word(after, lang)}` : word(after, lang);
  return {
    text: `${who} ${verdict}`,
    below: [
      ...rules.map((rule) => ruleWords(rule, lang)),
      ...figures.map((each) => figureWords(each, lang)),
    ].map(leaf),
  };
}

const figureWords = ({ title, before, after }: FigureMove, lang: Lang): string => {
  const [was, is] = [before, after].map((side) =>
    side === null ? '—' : show(isSmall(side) ? inFull(side) : side, lang),
  );
  return `${title[lang]} ${was} → ${is}`;
};
