/** How the rules of a policy are said in one language. */
import type { Refer, Wording } from '../model/conditions/node.ts';
import { ownValue } from '../model/own-value.ts';
import { gradeTitles, kindsOf } from '../model/policy/declared-words.ts';
import type { PolicyFile } from '../model/policy.ts';
import { paid } from '../model/sections/paid.ts';
import { verdictsOf } from '../model/sections/verdicts.ts';
import type { AnyColumn } from '../model/table.ts';
import { tables } from '../model/tables/index.ts';
import { indicators } from '../model/tables/targets.ts';
import { comma, type Lang, same, type Text } from '../model/text.ts';
import { choiceWords } from './choice-words.ts';

type Columns = Readonly<Record<string, { readonly headers: readonly string[] }>>;

export function wordingOf(file: PolicyFile, lang: Lang, refer: Refer): Wording {
  const say = (text: Text): string => text[lang];
  const list = (words: readonly string[]): string => words.join(say(comma));
  const roster = Object.entries(file['roster-grades']).map(([id, { title }]) => [id, title] as const);
  const titles: ReadonlyMap<string, Text> = new Map([...roster, ...gradeTitles(file)]);
  const header = (columns: Columns, id: string): string =>
    lang === 'zh' ? (columns[id]?.headers[0] ?? id) : id.replaceAll('_', ' ');
  const events = (ids: readonly string[]): string =>
    list(ids.map((id) => file['event-kinds'][id]?.title[lang] ?? id));
  return {
    refer,
    say,
    list,
    value: (id) => (id in file.parameters ? refer.parameter(id) : say(choiceWords[id] ?? same(id))),
    choice: (column, id) =>
      say(choicesOf(column).find((each) => each.id === id)?.text ?? titles.get(id) ?? same(id)),
    series: (id) => say(file['roster-series'][id]?.title ?? same(id)),
    action: (id) => say(file.decisions.find(({ action }) => action === id)?.title ?? same(id)),
    measure: (id) => file.measures[id]?.title[lang] ?? id,
    signs: (ids) => list(ids.map((id) => file.signs[id]?.title[lang] ?? id)),
    events,
    playing: (role) => events(kindsOf(file, role)),
    level: (id) => file['warning-levels'][id]?.title[lang] ?? id,
    rating: (id) => file['review-ratings'][id]?.title[lang] ?? id,
    grades: (ids) => list(ids.map((id) => say(titles.get(id) ?? same(id)))),
    column: (id) => header(tables.roster.columns, id),
    collected: (id) => header(tables.collections.columns, id),
    result: (section, id) => say(resultTitle(file, section, id)),
    figure: (id) => file.figures[id]?.title[lang] ?? id,
    item: (section, id) => say(itemTitle(file.sections[section], id) ?? same(id)),
    indicator: (id) => indicators.find((each) => each.id === id)?.text[lang] ?? id,
  };
}

/** What a section's figure is called: a line by its title, what is paid as such. */
function itemTitle(spec: PolicyFile['sections'][string] | undefined, id: string): Text | undefined {
  if (spec === undefined) return undefined;
  const line = spec.kind === 'lines' ? ownValue(spec.lines, id)?.title : undefined;
  const pays: { readonly id: string; readonly title: Text } | undefined = ownValue(paid, spec.kind);
  return line ?? (pays?.id === id ? pays.title : ownValue(figureTitles, id));
}

const figureTitles: Readonly<Record<string, Text>> = {
  total: { zh: '合计', en: 'total' },
  rank: { zh: '名次', en: 'rank' },
};

function resultTitle({ sections }: PolicyFile, section: string, id: string): Text {
  const spec = sections[section];
  return (spec ? verdictsOf(spec) : []).find((each) => each.id === id)?.title ?? same(id);
}

const choicesOf = (column: string): readonly { readonly id: string; readonly text: Text }[] => {
  const spec: AnyColumn | undefined = ownValue(tables.roster.columns, column);
  return spec?.kind === 'choice' ? spec.choices : [];
};
