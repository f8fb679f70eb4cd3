/** What of an explanation is asked for: by a title, an article, a word of the sheets or an id, in either language. */
import type { Part, Section } from './explain-parts.ts';

/** Something that can be asked for, and how it is named where several are listed. */
export interface Candidate {
  readonly id: string | null;
  readonly called: readonly string[];
  /** What else it is found by, and not named by. */
  readonly words?: readonly string[];
}

interface Matches {
  /** The sections with only what was asked for. */
  readonly shown: readonly Section[];
  /** Where the words fit several things: each of them. */
  readonly several: readonly Candidate[];
}

/** An article without the words around its number, in either language; letters and brackets alike whatever their width. */
const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"「」『』《》[\]]/g, '')
    .replace(/^(?:第|art\.)(.*\d.*?)条?$/, '$1');

const namesOf = ({ id, called, words = [] }: Candidate): string[] =>
  [...(id === null ? [] : [id]), ...called, ...words].map(plainly);

/** Everything that can be asked for. */
export function candidatesIn(sections: readonly Section[]): Candidate[] {
  const inside = (part: Part): Candidate[] => [part, ...part.below.flatMap(inside)];
  return sections.flatMap((section) => [section, ...section.parts.flatMap(inside)]);
}

/** The parts that fit, wherever they are; else the sections. The same rule of several grades or ranks stands with theirs. */
function select(sections: readonly Section[], fits: (candidate: Candidate) => boolean): Section[] {
  const inside = (part: Part): Part[] => (fits(part) ? [part] : part.below.flatMap(inside));
  const within = (section: Section): Part[] => {
    const found = section.parts.map((whole) => ({ whole, parts: inside(whole) }));
    const several = found.filter(({ parts }) => parts.length > 0).length > 1;
    return found.flatMap(({ whole, parts }) =>
      parts.map((part) =>
        several && part !== whole ? { ...part, text: `${whole.name} · ${part.text}` } : part,
      ),
    );
  };
  return sections
    .map((section) => (fits(section) ? section : { ...section, parts: within(section) }))
    .filter(({ parts }) => parts.length > 0);
}

/** What is called so; else what has the words in its name, if that is one thing only. */
export function ask(sections: readonly Section[], words: string): Matches {
  const asked = plainly(words);
  if (asked === '') return { shown: [], several: [] };
  const exact = select(sections, (candidate) => namesOf(candidate).includes(asked));
  if (exact.length > 0) return { shown: exact, several: [] };
  const within = (candidate: Candidate): boolean => namesOf(candidate).some((name) => name.includes(asked));
  const things = new Map(
    candidatesIn(sections)
      .filter(within)
      .map((candidate) => [candidate.called[0] ?? candidate.id ?? '', candidate]),
  );
  return things.size > 1
    ? { shown: [], several: [...things.values()] }
    : { shown: select(sections, within), several: [] };
}
