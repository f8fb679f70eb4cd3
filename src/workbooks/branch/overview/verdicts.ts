/** How many of each section's entries came to which verdict, counted over the section's own list. */
import type { SectionEntry } from '../../../model/section-result.ts';
import type { Text } from '../../../model/text.ts';
import { whole, words } from '../../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../../spreadsheet/list.ts';
import type { Block } from '../../../spreadsheet/sheet.ts';
import { type SectionOf, sectionsOf, verdictOf, verdictTone } from '../../sections/words.ts';
import { countWhere } from '../tally.ts';
import type { BranchView } from '../view.ts';

interface Count extends SectionOf {
  readonly verdict: Text;
  readonly entries: readonly SectionEntry[];
}

/** The verdicts of a section: ranks from high to low as its rules have them, who has none last. */
function countsOf(of: SectionOf): Count[] {
  const { entries } = of.section;
  const ranks = [...new Set(entries.flatMap(({ findings }) => findings.map(({ rule }) => rule)))];
  const place = ({ verdict }: SectionEntry): number => {
    if (verdict === null) return ranks.length + 1;
    return ranks.includes(verdict.id) ? ranks.indexOf(verdict.id) : ranks.length;
  };
  const judged = entries.toSorted((a, b) => place(a) - place(b));
  const words = new Map(judged.map((entry) => [verdictOf(entry).zh, verdictOf(entry)]));
  return [...words.values()].map((verdict) => ({
    ...of,
    verdict,
    entries: entries.filter((entry) => verdictOf(entry).zh === verdict.zh),
  }));
}

const subjects = {
  managers: { zh: '人', en: 'managers' },
  units: { zh: '机构', en: 'units' },
  titles: { zh: '称号', en: 'titles' },
} as const;

const columns: Column<Count>[] = [
  column('section', { zh: '评定项目', en: 'Section' }, [16, 24], ({ key, section }) =>
    words(section.title, { link: { sheet: key } }),
  ),
  column('verdict', { zh: '结论', en: 'Verdict' }, [11, 18], ({ verdict, entries: [entry] }) =>
    words(verdict, { look: 'strong', tone: entry && verdictTone(entry) }),
  ),
  column('count', { zh: '数量', en: 'Count' }, ({ key, entries }) =>
    whole(entries.length, { formula: countWhere(key, [['verdict', { here: 'verdict' }]]) }),
  ),
  column('subjects', { zh: '计数单位', en: 'Of' }, ({ section }) => words(subjects[section.subjects])),
];

/** Titles go to somebody each: their verdicts are a list of names, not a count. */
export const verdicts = ({ appraisal }: BranchView): Block =>
  list(
    'verdicts',
    columns,
    sectionsOf(appraisal)
      .filter(({ section }) => section.subjects !== 'titles')
      .flatMap(countsOf),
  );
