/** `appraise explain`: the reasoning behind a manager's result as a tree, from the archive alone. */
import { distance } from 'fastest-levenshtein';
import {
  type ArchivedRun,
  explanationFile,
  type ResolvedExplanation,
  readExplanation,
  readResults,
  resolveExplanation,
} from '../archive/index.ts';
import type { Lang } from '../model/text.ts';
import { UsageError } from '../run/usage-error.ts';
import { runIn, unbroken } from './archived.ts';
import { type ExitStatus, exitStatus, type Terminal } from './command.ts';
import { ask, type Candidate, candidatesIn } from './explain-ask.ts';
import { nodeOf, type Section } from './explain-parts.ts';
import { headingOf, sectionsOf } from './explain-tree.ts';
import type { MessageOptions } from './options.ts';
import { tree } from './table.ts';

export async function explain(
  terminal: Terminal,
  folder: string,
  manager: string,
  words: readonly string[],
  _options: MessageOptions,
): Promise<ExitStatus> {
  const { lang, io } = terminal;
  const run = await runIn(folder);
  const found = await managerIn(run, manager);
  if (found.notAppraised.length > 0) {
    terminal.print([
      { zh: `${found.id} 未参加考核：`, en: `${found.id} was not appraised:` }[lang],
      ...found.notAppraised.map((reason) => `- ${reason}`),
    ]);
    return exitStatus.done;
  }
  const explanation = resolveExplanation(unbroken(await readExplanation(run, found.id)));
  const all = sectionsOf(explanation, lang, terminal.colour.out);
  const asked = words.join(' ');
  const { shown, several } = words.length === 0 ? { shown: all, several: [] } : ask(all, asked);
  if (several.length > 0) throw severalThings(asked, several);
  if (words.length > 0 && shown.length === 0) throw unknownThing(asked, all, lang);
  if (terminal.json) io.out(`${JSON.stringify(jsonOf(explanation, shown), null, 2)}\n`);
  else
    terminal.print([
      headingOf(explanation, lang),
      ...shown.flatMap(({ title, parts }) => ['', title, ...tree(parts.map(nodeOf))]),
    ]);
  return exitStatus.done;
}

const jsonOf = ({ period, managerId }: ResolvedExplanation, sections: readonly Section[]) => ({
  period,
  managerId,
  sections: sections.map(({ id, parts }) => ({ id, parts: parts.map(({ data }) => data) })),
});

interface Found {
  readonly id: string;
  /** Why the manager was not appraised; empty: was. */
  readonly notAppraised: readonly string[];
}

/** The manager by id, or by a name that only one has. */
async function managerIn(run: ArchivedRun, asked: string): Promise<Found> {
  if (run.manifest.outputs.some(({ name }) => name === explanationFile(asked)))
    return { id: asked, notAppraised: [] };
  const { managers, notAppraised } = unbroken(await readResults(run));
  const left = notAppraised.find(({ managerId }) => managerId === asked);
  if (left) return { id: asked, notAppraised: left.problems };
  const [named, other] = managers.filter(({ name }) => name === asked);
  if (named && !other) return { id: named.managerId, notAppraised: [] };
  throw unknownManager(asked, managers);
}

const suggestions = 3;

/** The candidates nearest to what was asked for. */
const nearest = (asked: string, candidates: readonly string[]): string[] =>
  candidates
    .map((candidate) => ({ candidate, steps: distance(asked, candidate) }))
    .sort((a, b) => a.steps - b.steps)
    .slice(0, suggestions)
    .map(({ candidate }) => candidate);

function unknownManager(asked: string, managers: readonly { managerId: string; name: string }[]): UsageError {
  const same = managers.filter(({ name }) => name === asked).map(({ managerId }) => managerId);
  const near = nearest(
    asked,
    managers.flatMap(({ managerId, name }) => [managerId, name]),
  );
  return same.length > 0
    ? new UsageError({
        zh: `有 ${same.length} 位客户经理名叫“${asked}”，请用工号：${same.join('、')}`,
        en: `${same.length} managers are called "${asked}"; use the id: ${same.join(', ')}`,
      })
    : new UsageError({
        zh: `没有客户经理“${asked}”；最接近的：${near.join('、')}`,
        en: `there is no manager "${asked}"; the nearest: ${near.join(', ')}`,
      });
}

/** `存款 [deposits] 第 11.2(1)① 条`, each on a line. */
function severalThings(asked: string, things: readonly Candidate[]): UsageError {
  const lines = (lang: Lang): string =>
    things
      .map(({ id, called: [zh = '', en = '', ...others] }) =>
        ['', lang === 'zh' ? zh : en, id === null ? '' : `[${id}]`, ...others].join(' ').trimEnd(),
      )
      .join('\n ');
  return new UsageError({
    zh: `“${asked}”可以指以下 ${things.length} 项，请用其中一个名称或编号：\n ${lines('zh')}`,
    en: `"${asked}" may be any of ${things.length}; use the name or the id of one:\n ${lines('en')}`,
  });
}

function unknownThing(asked: string, sections: readonly Section[], lang: Lang): UsageError {
  const names = new Set(
    candidatesIn(sections).flatMap(({ id, called: [zh, en] }) => [id, lang === 'zh' ? zh : en]),
  );
  const near = nearest(
    asked,
    [...names].flatMap((name) => name ?? []),
  );
  return new UsageError({
    zh: `没有“${asked}”；最接近的：${near.join('、')}`,
    en: `there is no "${asked}"; the nearest: ${near.join(', ')}`,
  });
}
