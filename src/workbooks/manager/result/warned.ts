/** The warnings on the first page: what was triggered or waits for a person, and how far the other lines are. */

import { floorOf, type Warning, warningsOf } from '../../../model/entries.ts';
import type { Quantity } from '../../../model/fact.ts';
import type { PolicyInForce } from '../../../model/in-force.ts';
import { type Finding, negated, roomOf } from '../../../model/judgement.ts';
import { isRaised } from '../../../model/outcome.ts';
import { assumedIn } from '../../../model/statements/assumed.ts';
import { cannotBeJudged } from '../../../model/statements/grade.ts';
import { warningRemark, warningTally } from '../../../model/statements/warnings.ts';
import { comma, join, joined, same, semicolon, type Text } from '../../../model/text.ts';
import { within } from '../../../model/walk.ts';
import { code, factCell, marked, words } from '../../../spreadsheet/cells.ts';
import { grid } from '../../../spreadsheet/form.ts';
import { type Block, type Cell, type Formula, formula } from '../../../spreadsheet/sheet.ts';
import { headRoomCell, roomCell } from '../../figures.ts';
import { cellNumber, evidenceOf, unitOfFinding } from '../../findings.ts';
import { capital, inWords, inWordsBeside, levelWord, warningMarks } from '../../words.ts';
import type { ManagerView } from '../view.ts';
import { warningAnchor } from '../warnings.ts';
import { fullest, type InRoom } from './room.ts';

const w = {
  level: { zh: '级别', en: 'Level' },
  rule: { zh: '事由', en: 'Reason' },
  outcome: { zh: '结论', en: 'Outcome' },
  article: { zh: '条款', en: 'Article' },
  basis: { zh: '依据', en: 'What it rests on' },
  headRoom: { zh: '距预警线（最近的几条）：', en: 'Distance to the warning lines, the nearest first:' },
  line: { zh: '预警线', en: 'Line' },
  figure: { zh: '目前', en: 'Now' },
  bound: { zh: '线', en: 'Line at' },
  room: { zh: '距离', en: 'Head-room' },
  unit: { zh: '单位', en: 'Unit' },
  rest: (count: number): Text => ({
    zh: `其余 ${count} 项见「预警」。`,
    en: `${count} more on the sheet “Warnings”.`,
  }),
  assumed: { zh: '含假设', en: 'assumed in part' },
  rows: (count: number): Text => ({ zh: `等 ${count} 处`, en: ` and ${count - 1} more` }),
};

/** Triggered or under review, the gravest first. */
export function raisedWarnings(warnings: readonly Warning[], { warningLevels }: PolicyInForce): Warning[] {
  const gravity = ({ level }: Warning): number => warningLevels.findIndex(({ id }) => id === level);
  return warnings.filter(isRaised).toSorted((a, b) => gravity(b) - gravity(a));
}

/** So many figures fit the cell. */
const mostFigures = 3;

/** What a warning rests on, in a few words: its figures, else its first source rows. What no source gives, 预警 names. */
export const basisOf = ({ finding }: Warning): Text =>
  join([seenIn(finding), ...(assumedIn([finding]).length > 0 ? [w.assumed] : [])], semicolon);

function seenIn(finding: Finding): Text {
  const quarters = within(finding).find(
    ({ by, outcome }) => by.kind === 'every-quarter' && outcome === 'met',
  );
  if (quarters !== undefined) return quartersWords(quarters);
  const figures = figuresBehind(finding);
  const [foremost] = figures;
  if (foremost !== undefined)
    return figures.length > mostFigures
      ? join([seenAgainstLine(foremost), w.rows(figures.length)])
      : join(figures.map(seenAgainstLine), semicolon);
  const evidence = evidenceOf(finding);
  const first = evidence[0]?.says;
  if (first === undefined) return join(finding.notes, semicolon);
  return evidence.length > 1 ? join([first, w.rows(evidence.length)]) : first;
}

const groups: readonly string[] = ['all', 'any', 'at-least-n-of'] satisfies Finding['by']['kind'][];

/** The figures that decided; the parts of what has a figure of its own are not looked at. */
function figuresBehind(finding: Finding): Finding[] {
  const { observed, threshold, parts, outcome, by } = finding;
  if (observed?.quantity && threshold?.quantity) return observed.quantity.kind === 'words' ? [] : [finding];
  const deciding = groups.includes(by.kind) ? parts.filter((part) => part.outcome === outcome) : parts;
  return deciding.flatMap(figuresBehind);
}

function seenAgainstLine({ observed, threshold }: Finding): Text {
  const [seen, bound] = [observed?.quantity, threshold?.quantity];
  return seen && bound ? join(inWordsBeside(seen, bound), ' / ') : same('');
}

/** `2026Q3 90.00 %、2026Q2 85.00 % / 100.00 %`: what was seen in each quarter, against the line of all of them. */
function quartersWords({ parts, threshold }: Finding): Text {
  const bound = threshold?.quantity ?? undefined;
  const seen = parts.map((part) => quarterSeen(part, bound));
  return join([join(seen, comma), ...(bound ? [inWords(bound)] : [])], ' / ');
}

interface Line {
  readonly title: Text;
  readonly article: string;
  readonly finding: Finding;
  /** A line to keep above, as the floor; else one of a warning, at which it would speak. */
  readonly kept: boolean;
  /** The figure by formula: from its cell on another sheet, or from the customers. */
  readonly made: Formula | undefined;
}

interface HeadRoom extends Line {
  /** How far the figure is from the line. */
  readonly room: Quantity;
  /** The room as a part of the line: what is small is near. */
  readonly share: number;
}

/** Null where the line is crossed, or where that is no question. */
function roomTo(line: Line): HeadRoom | null {
  const { finding, kept } = line;
  const room = kept ? roomOf(finding) : negated(roomOf(finding));
  const [wide, bound] = [cellNumber(room), cellNumber(finding.threshold?.quantity)];
  if (room === null || wide === null || bound === null || wide < 0 || bound <= 0) return null;
  return { ...line, room, share: wide / bound };
}

/** The lines not crossed, the nearest first. A warning that only repeats the floor line is left out. */
function headRoom({ appraised, ledger }: ManagerView): HeadRoom[] {
  const floor = floorOf(appraised);
  const lines: Line[] = [
    ...(floor
      ? [
          {
            title: floor.title,
            article: floor.article,
            finding: floor,
            kept: true,
            made: ledger.ofFact(floor.observed),
          },
        ]
      : []),
    ...warningsOf(appraised)
      .filter(({ outcome, finding }) => outcome === 'clear' && finding.by.kind !== 'outcome-of')
      .map(({ rule, title, article, finding }) => ({
        title,
        article,
        finding,
        kept: false,
        made: formula`${{ anchor: `${warningAnchor(rule)}-observed` }}`,
      })),
  ];
  return lines.flatMap((line) => roomTo(line) ?? []).sort((a, b) => a.share - b.share);
}

/** `（2026Q3 85.00 %）`: of a rule over several quarters, the others beside this one. */
function otherQuarters(finding: Finding): Text {
  const over = within(finding).find(({ by }) => by.kind === 'every-quarter');
  const others = (over?.parts ?? []).slice(1);
  if (others.length === 0) return same('');
  const seen = joined(others, comma, (part) => quarterSeen(part));
  return { zh: `（${seen.zh}）`, en: ` (${seen.en})` };
}

const quarterSeen = ({ title, observed }: Finding, bound?: Quantity): Text =>
  join([title, observed?.quantity ? inWords(observed.quantity, bound) : cannotBeJudged], ' ');

function roomRow({ title, article, finding, kept, made }: HeadRoom, index: number): Cell[] {
  const [seen, bound] = [`room-${index}-figure`, `room-${index}-line`];
  return [
    words(join([capital(title), otherQuarters(finding)])),
    factCell(finding.observed, { anchor: seen, formula: made }, finding.threshold),
    factCell(finding.threshold, { anchor: bound }),
    (kept ? roomCell : headRoomCell)(finding, { anchor: seen }, { anchor: bound }),
    words(unitOfFinding(finding)),
    code(article),
  ];
}

const roomBlock = (rows: readonly (readonly Cell[])[]): Block =>
  grid(
    [
      { header: w.line, span: 9 },
      { header: w.figure, span: 3 },
      { header: w.bound, span: 3 },
      { header: w.room, span: 4 },
      { header: w.unit, span: 2 },
      { header: w.article, span: 3 },
    ],
    rows,
  );

function warningRow(warning: Warning, { appraisal }: ManagerView): Cell[] {
  const mark = warningMarks[warning.outcome];
  return [
    words(levelWord(appraisal, warning.level)),
    words(capital(warning.title)),
    marked(mark, { tone: mark.tone }),
    code(warning.article, { link: { anchor: warningAnchor(warning.rule) } }),
    words(basisOf(warning)),
  ];
}

export function warningBlocks(view: ManagerView): InRoom {
  const warned = raisedWarnings(warningsOf(view.appraised), view.appraisal.policy);
  const rows = warned.slice(0, fullest.warnings).map((warning) => warningRow(warning, view));
  const near = headRoom(view).slice(0, fullest.lines).map(roomRow);
  const remark = warningRemark(warningTally(warningsOf(view.appraised)));
  return ({ warnings: most, lines }) => [
    ...(warned.length === 0
      ? []
      : [
          grid(
            [
              { header: w.level, span: 3 },
              { header: w.rule, span: 8 },
              { header: w.outcome, span: 3 },
              { header: w.article, span: 2 },
              { header: w.basis, span: 8 },
            ],
            rows.slice(0, most),
          ),
        ]),
    ...(warned.length > most ? [{ kind: 'text', text: w.rest(warned.length - most) } as const] : []),
    ...(remark === null ? [] : [{ kind: 'text', ...remark } as const]),
    ...(near.length > 0 && lines > 0
      ? [{ kind: 'text', text: w.headRoom } as const, roomBlock(near.slice(0, lines))]
      : []),
  ];
}
