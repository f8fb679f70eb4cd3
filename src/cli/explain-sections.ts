/** The sections of the policies beside the ladder: what is missing, the figures, the rules, the lines behind a verdict. */
import type { ResolvedExplanation, ResolvedSection, Term } from '../archive/index.ts';
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
import { leaf, type TreeNode } from './table.ts';

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
      ...section.figures.map((each, index) => figurePart(each, section.figures.slice(0, index), lang)),
      ...section.findings.map((finding) => findingPart(finding, style)),
      ...section.lines.map((line) => linePart(line, style)),
      ...assumptionParts(scheme, lang),
    ],
  };
}

type Figure = ResolvedSection['figures'][number];

/** A figure, with its origin below; a sum of figures that stand above it names them, and no more. */
const figurePart = ({ id, title, fact }: Figure, above: readonly Figure[], lang: Lang): Part => ({
  ...plainPart(said(bare(title), figureInFull(fact.quantity), lang), { id, title, fact }),
  id,
  called: callsFor(bare(title)),
  details: sumNodes(fact, above, lang) ?? originNodes(fact, lang),
});

/** Null where it is something else than a sum of those. */
function sumNodes({ origin }: Figure['fact'], above: readonly Figure[], lang: Lang): TreeNode[] | null {
  if (origin.kind !== 'calculation' || !isPlainSum(origin.how)) return null;
  const added = origin.of.flatMap((fact) => above.find((each) => each.fact === fact) ?? []);
  if (added.length < origin.of.length) return null;
  return added.map(({ id, title, fact }) =>
    leaf(`${figureInFull(fact.quantity)[lang]} ${bare(title)[lang]} [${id}]`),
  );
}

const isPlainSum = (how: Term | undefined): boolean =>
  typeof how === 'object' && how.op === 'sum' && how.of.every((part) => typeof part === 'number');

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
