/** What an earlier section came to for the manager. */
import type { Fact } from '../../model/fact.ts';
import type { Missing } from '../../model/judgement.ts';
import { join, type Text } from '../../model/text.ts';
import { eachOnce } from '../finding.ts';
import { type Reader, type Seen, seen } from './seen.ts';

/** One of its figures; its own origin stays behind it. */
export const section: Reader<'section'> = (id, { item = 'total' }, { sections, manager }): Seen => {
  const result = sections.get(id);
  const entry = result?.entries.find(({ subject }) => subject === manager.manager_id);
  const found = entry?.figures.find((figure) => figure.id === item);
  const title = result ? join([result.title, '：', found?.title ?? item]) : { zh: id, en: id };
  if (!result || !entry || !found) return seen(nothing(title), [noResult(id, item, title)]);
  const { quantity } = found.fact;
  if (entry.outcome === 'not-applicable' || quantity?.kind === 'words')
    return { fact: nothing(title), missing: [], nothingDue: true };
  const fact: Fact = { quantity, origin: { kind: 'calculation', title, how: { fact: found.fact } } };
  return seen(fact, eachOnce(entry.missing.length > 0 ? entry.missing : [noResult(id, item, title)]));
};

const nothing = (title: Text): Fact => ({
  quantity: null,
  origin: { kind: 'calculation', title, how: { from: [] } },
});

const noResult = (id: string, item: string, { zh, en }: Text): Missing => ({
  key: `section:${id}.${item}`,
  text: { zh: `没有“${zh}”的结果`, en: `there is no result of "${en}"` },
});
