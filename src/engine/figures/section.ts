/** What an earlier section came to for the manager. */
import type { Fact } from '../../model/fact.ts';
import type { Missing } from '../../model/judgement.ts';
import { ownValue } from '../../model/own-value.ts';
import type { PolicyFile } from '../../model/policy.ts';
import { paid } from '../../model/sections/paid.ts';
import { join, same, type Text } from '../../model/text.ts';
import { eachOnce } from '../finding.ts';
import { isWithoutFigure } from '../without-figure.ts';
import { type FigureValue, figureValue, type Reader } from './value.ts';

/** One of its figures, its own origin behind it: the one that is named, else its total or what it pays. */
export const section: Reader<'section'> = (id, { item }, { sections, manager, branch }): FigureValue => {
  const result = sections.get(id);
  const entry = result?.entries.find(({ subject }) => subject === manager.manager_id);
  const pays = result && ownValue<{ readonly id: string }>(paid, result.kind)?.id;
  const found = entry?.figures.find((figure) =>
    item ? figure.id === item : ['total', pays].includes(figure.id),
  );
  const title = result ? join([result.title, '：', found?.title ?? item ?? '']) : { zh: id, en: id };
  if (entry?.outcome === 'not-applicable' || (found && isWithoutFigure(found.fact)))
    return { fact: nothing(title), missing: [], nothingDue: true };
  if (!result || !entry || !found) return figureValue(nothing(title), [missingSection(id, branch.policy)]);
  const { quantity } = found.fact;
  // A rank that is open, from the best to the worst.
  if (quantity?.kind === 'words') return figureValue(nothing(title), [noNumber(id, title, quantity.value)]);
  const fact: Fact = { quantity, origin: { kind: 'calculation', title, how: { fact: found.fact } } };
  return figureValue(
    fact,
    eachOnce(entry.missing.length > 0 ? entry.missing : [missingSection(id, branch.policy)]),
  );
};

const nothing = (title: Text): Fact => ({
  quantity: null,
  origin: { kind: 'calculation', title, how: { from: [] } },
});

const noNumber = (id: string, title: Text, words: Text): Missing => ({
  key: `section:${id}`,
  text: { zh: `“${title.zh}”未定（${words.zh}）`, en: `"${title.en}" is open (${words.en})` },
});

/** A section that said nothing of the manager. */
export function missingSection(id: string, { sections }: PolicyFile): Missing {
  const { zh, en } = sections[id]?.title ?? same(id);
  return {
    key: `section:${id}`,
    text: { zh: `没有“${zh}”的结果`, en: `there is no result of "${en}"` },
  };
}
