/** What the trials of a case show of a policy: the words of the places they look at, and all that these rest on. */
import type { Trial } from '../../src/cases/case-file.ts';
import type { PolicyFile } from '../../src/model/policy.ts';
import { visitsOf } from '../../src/policy/declared.ts';
import type { Path } from '../../src/policy/place.ts';
import { usesOf } from '../../src/policy/references.ts';
import { rulesOf, startsWith } from '../../src/policy/rules.ts';

interface Shown {
  readonly all: ReadonlySet<string>;
  /** Of what comes out one way in one trial and another way in the next. */
  readonly decided: ReadonlySet<string>;
}

/** Nothing is decided. */
const open = ['unknown', 'undecided'];
/** What a figure of a part is called after it: `visit-done`, `risk.score`. */
const ofPart = /[.-](done|required|missed|score|weight|rank|met|times|recorded|[0-9]+)$/;

export function showing(file: PolicyFile): (trials: readonly Trial[]) => Shown {
  const visits = visitsOf(file);
  const rules = rulesOf(file, visits);
  const uses = usesOf(file, visits, rules);

  /** The keys on the way to a place and below it, what is referred to there, and what that rests on. */
  const restingOn = (path: Path, found = new Set<string>()): Set<string> => {
    for (const step of path) found.add(String(step));
    for (const visit of visits)
      if (startsWith(visit.path, path)) {
        for (const step of visit.path) found.add(String(step));
        if (typeof visit.value === 'string') found.add(visit.value);
      }
    for (const { to, id, path: at } of uses)
      if (startsWith(at, path) && !found.has(`${to}:${id}`)) {
        found.add(id).add(`${to}:${id}`);
        if (to === 'measures' || to === 'signs') restingOn([to, id], found);
        for (const { rule, path: of } of to === 'rules' ? rules : [])
          if (rule.rule === id) restingOn(of, found);
      }
    if (found.has('compare') && !found.has('customers-at-least'))
      found.add('counted-customers').add('customers-scope').add('customers-basis');
    return found;
  };

  const known = new Map<string, ReadonlySet<string>>();
  const resting = (path: Path): ReadonlySet<string> => {
    const key = path.join('/');
    const found = known.get(key) ?? restingOn(path);
    known.set(key, found);
    return found;
  };

  /** Of a section, the parts that the place names; where it names none, all of it. */
  const ofSection = (section: string, words: readonly string[]): Path[] => {
    const named = words.flatMap((word) => [word, word.replace(ofPart, '')]);
    const parts = visits.flatMap(({ path }) =>
      path.length > 2 && path[0] === 'sections' && path[1] === section && named.includes(String(path.at(-1)))
        ? [path]
        : [],
    );
    return parts.length > 0 ? parts : [['sections', section]];
  };

  const pathsOf = (place: string, outcome: string): Path[] => {
    const [first = '', second = '', ...rest] = place.split(' ');
    if (first === 'section') return ofSection(second, rest);
    if (['allowance', 'floor', 'unassigned', 'watch-list'].includes(first)) return [[first]];
    if (first === 'target') return [['targets', second]];
    if (place === 'decision approval') return [['approved-by'], ['ladder']];
    if (first === 'decision' && file.ladder[outcome]) return [['ladder', outcome], ['decisions']];
    if (first === 'decision')
      return file.decisions.flatMap(({ action }, index) =>
        second !== '' || action === outcome ? [['decisions', index]] : [],
      );
    const words = place.split(' ');
    if (words.at(-1) === 'list') return [['warning-lists', outcome]];
    return [
      ...(file.ladder[first] ? [['ladder', first]] : []),
      ...rules.flatMap(({ rule, path }) => (rule.rule && words.includes(rule.rule) ? [path] : [])),
    ];
  };

  const wordsOf = (place: string, outcome: string): string[] => [
    ...place.split(' '),
    ...outcome.split('、'),
    ...pathsOf(place, outcome).flatMap((path) => [...resting(path)]),
  ];

  const kinds = Object.entries({ ...file['event-kinds'], ...file['activity-kinds'] });

  return (trials) => {
    const given = JSON.stringify(trials.map(({ given, readings }) => [given, readings]));
    const all = new Set([
      ...trials.flatMap(({ readings }) => Object.keys(readings)),
      ...kinds.flatMap(([id, { title }]) =>
        given.includes(`"${id}"`) || given.includes(`"${title.zh}"`) ? id : [],
      ),
    ]);
    const decided = new Set<string>();
    for (const place of new Set(trials.flatMap(({ expect }) => Object.keys(expect)))) {
      const outcomes = [...new Set(trials.flatMap(({ expect }) => expect[place] ?? []))];
      const ways = outcomes.filter((outcome) => !open.includes(outcome));
      for (const outcome of outcomes)
        for (const word of wordsOf(place, outcome)) {
          all.add(word);
          if (ways.length > 1) decided.add(word);
        }
    }
    return { all, decided };
  };
}
