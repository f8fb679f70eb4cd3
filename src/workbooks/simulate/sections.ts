/** 分项对比, 分项变动 and 分项数值: what the sections of both policies come to, whatever their kind. */
import { inFull, isSmall } from '../../model/fact.ts';
import {
  type FigureMove,
  type FigureTotal,
  type Judged,
  type RuleMove,
  type SimulatedSection,
  type SimulatedSubject,
  sectionsToTell,
} from '../../model/simulation.ts';
import { same, type Text } from '../../model/text.ts';
import { code, figure as figureCell, whole, words, yuan } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { type Block, formula } from '../../spreadsheet/sheet.ts';
import { outcomeMarks, unitOf } from '../words.ts';
import { ruleColumns } from './rule-columns.ts';
import { listSheet, opening, type SimulationSheet } from './view.ts';

const w = {
  sections: { zh: '分项对比', en: 'Sections' },
  sectionsTitle: {
    zh: '各分项的结论（行：原制度；列：新制度）',
    en: 'Verdicts (rows: before; columns: after)',
  },
};
const moved = {
  sheet: { zh: '分项变动', en: 'Section moves' },
  title: { zh: '结论不同者及起决定作用的规则', en: 'Whose verdict is another, and by which rule' },
  none: { zh: '所有结论相同', en: 'All verdicts are the same' },
};
const changed = {
  sheet: { zh: '分项数值', en: 'Section figures' },
  title: { zh: '不相同的数值', en: 'Figures that are not the same' },
  none: { zh: '所有数值相同', en: 'All figures are the same' },
};

const sides = ['before', 'after'] as const;
const sideWords = {
  before: { zh: '原制度', en: 'Before' },
  after: { zh: '新制度', en: 'After' },
} as const satisfies Record<(typeof sides)[number], Text>;

const outside: Text = same('—');
/** The verdict, or why there is none. */
const word = (judged: Judged | null): Text =>
  judged === null ? outside : (judged.verdict?.title ?? outcomeMarks[judged.outcome].text);

/** Titles go to somebody each. */
const isCounted = ({ subjects, entries }: SimulatedSection): boolean =>
  subjects !== 'titles' && entries.length > 0;

function matrix({ entries, verdicts }: SimulatedSection, id: string): Block {
  const all = [
    ...verdicts.map(({ title }) => title),
    ...entries.flatMap(({ before, after }) => [word(before), word(after)]),
  ];
  const shown = [...new Map(all.map((each) => [each.zh, each])).values()];
  const columns: Column<Text>[] = [
    column('verdict', { zh: '原制度 ＼ 新制度', en: 'Before \\ after' }, [18, 22], (was) =>
      words(was, { look: 'strong' }),
    ),
    ...shown.map(
      (is, index): Column<Text> =>
        column(`after${index}`, is, { width: [10, 16], total: true }, (was) => {
          const count = entries.filter(
            ({ before, after }) => word(before).zh === was.zh && word(after).zh === is.zh,
          ).length;
          return whole(count, {
            look: was === is ? 'strong' : 'body',
            tone: was === is ? 'muted' : count > 0 ? 'warn' : undefined,
          });
        }),
    ),
  ];
  return list(id, columns, shown);
}

const totalColumns: readonly Column<FigureTotal>[] = [
  column('what', { zh: '合计（元）', en: 'Total (CNY)' }, [18, 26], ({ title }) => words(title)),
  ...sides.flatMap((side): Column<FigureTotal>[] => [
    column(side, sideWords[side], [12, 16], ({ [side]: { known, state } }) =>
      yuan(known, state === 'whole' ? {} : { tone: 'open' }),
    ),
    column(
      `unknown-${side}`,
      { zh: `${sideWords[side].zh}未知（项）`, en: `${sideWords[side].en}, unknown` },
      { when: (rows) => rows.some(({ [side]: { unknown } }) => unknown > 0) },
      ({ [side]: { unknown } }) => whole(unknown),
    ),
  ]),
  column('change', { zh: '增减', en: 'Change' }, [12, 16], ({ before, after }) =>
    yuan(after.known - before.known, {
      look: 'strong',
      formula: formula`${{ here: 'after' }}-${{ here: 'before' }}`,
    }),
  ),
];

export const sectionsSheet: SimulationSheet = (simulation) => ({
  id: 'sections',
  name: w.sections,
  kind: 'matrix',
  blocks: [
    opening(w.sectionsTitle, simulation),
    ...sectionsToTell(simulation).flatMap((section, index): Block[] => [
      { kind: 'heading', text: section.title },
      ...(isCounted(section) ? [matrix(section, `section-${index + 1}`)] : []),
      ...(section.totals.length > 0 ? [list(`totals-${index + 1}`, totalColumns, section.totals)] : []),
    ]),
  ],
});

interface SubjectRow {
  readonly section: SimulatedSection;
  readonly entry: SimulatedSubject;
}

const whoColumns = <R extends SubjectRow>(): Column<R>[] => [
  column('section', { zh: '分项', en: 'Section' }, { names: true, width: [12, 24] }, ({ section }) =>
    words(section.title),
  ),
  column('subject', { zh: '工号', en: 'Id' }, { names: true, width: [8, 16] }, ({ entry }) =>
    code(entry.managerId),
  ),
  column('name', { zh: '姓名或对象', en: 'Name' }, { names: true, width: [10, 24] }, ({ entry }) =>
    words(entry.name, { look: 'strong' }),
  ),
  ...sides.map(
    (side): Column<R> =>
      column(
        side,
        { zh: `结论（${sideWords[side].zh}）`, en: `Verdict, ${sideWords[side].en.toLowerCase()}` },
        [10, 20],
        ({ entry }) => words(word(entry[side])),
      ),
  ),
];

interface RuleOf extends SubjectRow {
  readonly rule: RuleMove | null;
}

const movesIn = (section: SimulatedSection): RuleOf[] =>
  section.entries
    .filter(({ moved }) => moved)
    .flatMap((entry): RuleOf[] =>
      entry.rules.length > 0
        ? entry.rules.map((rule) => ({ section, entry, rule }))
        : [{ section, entry, rule: null }],
    );

const moveColumns = (): Column<RuleOf>[] => [
  ...whoColumns<RuleOf>(),
  ...ruleColumns<RuleOf>(
    { zh: '所属结论', en: 'Of verdict' },
    ({ section }, id) => section.verdicts.find((verdict) => verdict.id === id)?.title ?? same(id),
  ),
];

export const sectionMovesSheet = listSheet('section-moves', moved, moveColumns, (simulation) =>
  sectionsToTell(simulation).flatMap(movesIn),
);

interface FigureOf extends SubjectRow {
  readonly figure: FigureMove;
}

/** Yuan in full where neither side is worth showing in units of 10,000. */
function inOneUnit({ before, after }: FigureMove): Pick<FigureMove, 'before' | 'after'> {
  const small = [before, after].every((each) => each === null || isSmall(each));
  return small ? { before: before && inFull(before), after: after && inFull(after) } : { before, after };
}

const figureColumns: readonly Column<FigureOf>[] = [
  ...whoColumns<FigureOf>(),
  column('figure', { zh: '数值', en: 'Figure' }, [16, 30], ({ figure: { title } }) => words(title)),
  ...sides.map(
    (side): Column<FigureOf> =>
      column(`figure-${side}`, sideWords[side], [10, 18], ({ figure }) =>
        figureCell(inOneUnit(figure)[side]),
      ),
  ),
  column('unit', { zh: '单位', en: 'Measured in' }, [8, 12], ({ figure }) => {
    const { before, after } = inOneUnit(figure);
    return words(unitOf(after ?? before));
  }),
];

const figuresIn = (section: SimulatedSection): FigureOf[] =>
  section.entries.flatMap((entry) => entry.figures.map((figure) => ({ section, entry, figure })));

export const sectionFiguresSheet = listSheet(
  'section-figures',
  changed,
  () => figureColumns,
  (simulation) => sectionsToTell(simulation).flatMap(figuresIn),
);
