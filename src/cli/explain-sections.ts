/** The sections of the policies beside the ladder: what is missing, the figures, the rules, the lines behind a verdict. */
import type { ResolvedExplanation, ResolvedSection } from '../archive/index.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Lang, Text } from '../model/text.ts';
import { articleWords, outcomeWords } from '../model/words.ts';
import {
  bracket,
  callsFor,
  figureInFull,
  findingPart,
  originNodes,
  outcomeWord,
  type Part,
  placeWords,
  plainPart,
  type Section,
  said,
  type TextStyle,
} from './explain-parts.ts';
import { leaf } from './table.ts';

type Scheme = ResolvedExplanation['schemes'][number];

const paint = {
  met: 'green',
  unmet: 'red',
  unknown: 'yellow',
  'not-applicable': 'dim',
} as const satisfies Record<Outcome, string>;

/** The verdict stands in the title; where there is none, why. */
export function sectionPart(
  scheme: Scheme,
  section: ResolvedSection,
  words: readonly string[],
  style: TextStyle,
): Section {
  const { lang, chalk } = style;
  const { id, title, about, verdict, outcome, article } = section;
  // Without a verdict only what keeps one from being reached is worth a word.
  const judged = verdict?.title ?? (outcome === 'met' ? null : outcomeWords[outcome]);
  const word = judged === null ? '' : chalk[paint[outcome]](judged[lang]);
  const ground = [scheme.title[lang], article === '' ? '' : articleWords(article)[lang]]
    .filter((each) => each !== '')
    .join({ zh: '，', en: ', ' }[lang]);
  const head = [chalk.bold(title[lang]), about?.[lang] ?? '', chalk.dim(`[${id}]`), word];
  return {
    id,
    called: callsFor(title, article),
    words: [
      scheme.policy,
      ...callsFor(scheme.title),
      ...(verdict ? [...callsFor(verdict.title), verdict.id] : []),
      ...words,
    ],
    title: `${head.filter((each) => each !== '').join(' ')}${ground === '' ? '' : bracket(ground, lang)}`,
    parts: [
      ...section.missing.map((each) =>
        plainPart(chalk.yellow(said({ zh: '缺', en: 'missing' }, each.text, lang)), each),
      ),
      ...section.notes.map((note) => plainPart(note[lang], note)),
      ...section.figures.map((each) => figurePart(each, lang)),
      ...section.findings.map((finding) => findingPart(finding, style)),
      ...section.lines.map((line) => linePart(line, style)),
      ...assumptionParts(scheme, lang),
    ],
  };
}

/** A figure, with its origin below. */
const figurePart = ({ id, title, fact }: ResolvedSection['figures'][number], lang: Lang): Part => ({
  ...plainPart(said(bare(title), figureInFull(fact.quantity), lang), { id, title, fact }),
  id,
  called: callsFor(bare(title)),
  details: originNodes(fact, lang),
});

/** The unit stands with the figure. */
const bare = ({ zh, en }: Text): Text => ({
  zh: zh.replace(/（元）$/, ''),
  en: en.replace(/ \(yuan\)$/, ''),
});

/** What was done, missing or a fault of the manager's on a day, with its row below. */
function linePart(line: ResolvedSection['lines'][number], style: TextStyle): Part {
  const { title, says, outcome, source, row } = line;
  const { lang } = style;
  return {
    ...plainPart(
      `${outcome === null ? '' : `${outcomeWord(outcome, style)} `}${said(title, says, lang)}`,
      line,
    ),
    details:
      source === null || row === null ? [] : [leaf(placeWords(source.file, source.sheet, String(row))[lang])],
  };
}

/** Names what of the policy is not the source's. */
function assumptionParts({ assumptions }: Scheme, lang: Lang): Part[] {
  if (assumptions.length === 0) return [];
  const words: Text = {
    zh: assumptions.map(({ zh }) => zh).join('、'),
    en: assumptions.map(({ en }) => en).join(', '),
  };
  return [
    plainPart(said({ zh: '假设（来源未给出）', en: 'assumed, not given by the source' }, words, lang), {
      assumptions,
    }),
  ];
}
