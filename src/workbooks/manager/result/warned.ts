/** The warnings on the first page: what was triggered or waits for a person, and how far the other lines are. */
import type { Finding, Warning, WarningLevel } from '../../../model/appraisal.ts';
import type { Text } from '../../../model/text.ts';
import { code, marked, words } from '../../cells.ts';
import { above, cellNumber, evidenceOf, within } from '../../findings.ts';
import { grid } from '../../form.ts';
import type { Block } from '../../sheet.ts';
import { inWords, join, levelWords, semicolon, warningMarks } from '../../words.ts';
import type { ManagerView } from '../view.ts';
import { warningAnchor } from '../warnings.ts';

const w = {
  heading: { zh: '四、预警', en: '4. Warnings' },
  none: { zh: '无预警，也没有待认定的事项。', en: 'No warning, and nothing waits for a person’s judgement.' },
  level: { zh: '级别', en: 'Level' },
  rule: { zh: '事由', en: 'Reason' },
  outcome: { zh: '结论', en: 'Outcome' },
  article: { zh: '条款', en: 'Article' },
  basis: { zh: '依据', en: 'What it rests on' },
  headRoom: { zh: '距预警线：', en: 'Head-room: ' },
  rest: (count: number): Text => ({
    zh: `其余 ${count} 项见「预警」。`,
    en: `${count} more on the sheet “Warnings”.`,
  }),
  rows: (count: number): Text => ({ zh: `等 ${count} 处`, en: ` and ${count - 1} more` }),
};

const most = 8;
const severity: Readonly<Record<WarningLevel, number>> = {
  dismissal: 0,
  'downgrade-or-exit': 1,
  accountability: 2,
  'yellow-card': 3,
  admonition: 4,
  notice: 5,
};

/** Triggered or under review, the gravest first. */
export const speaking = (warnings: readonly Warning[]): Warning[] =>
  warnings
    .filter(({ outcome }) => outcome === 'triggered' || outcome === 'review')
    .toSorted((a, b) => severity[a.level] - severity[b.level]);

/** What a warning rests on, in a few words: its figures, else its first source rows. */
export function basisOf({ finding }: Warning): Text {
  const figured = within(finding).find((part) => part.observed?.quantity && part.threshold?.quantity);
  const seen = figured?.observed?.quantity;
  const bound = figured?.threshold?.quantity;
  if (seen && bound && seen.kind !== 'words') {
    const [left, right] = [inWords(seen, bound), inWords(bound)];
    return { zh: `${left.zh} / ${right.zh}`, en: `${left.en} / ${right.en}` };
  }
  const evidence = evidenceOf(finding);
  const first = evidence[0]?.says;
  if (first === undefined) return join(finding.notes, semicolon);
  return evidence.length > 1 ? join([first, w.rows(evidence.length)]) : first;
}

interface Room {
  readonly text: Text;
  /** The room as a part of the line: what is small is near. */
  readonly share: number;
}

/** `在岗最低及格线 5,300.00 万元`: how far a figure is above a line it has not fallen below. */
function roomOf(title: Text, { observed, threshold }: Finding): Room | null {
  const over = above(observed?.quantity, threshold?.quantity);
  const [room, line] = [cellNumber(over), cellNumber(threshold?.quantity)];
  if (over === null || room === null || line === null || room < 0 || line <= 0) return null;
  const distance = inWords(over);
  const points = over.kind === 'ratio';
  return {
    text: {
      zh: `${title.zh} ${points ? distance.zh.replace('%', '个百分点') : distance.zh}`,
      en: `${title.en} ${points ? distance.en.replace('%', 'points') : distance.en}`,
    },
    share: room / line,
  };
}

/** The lines not crossed, the nearest first. A warning that only repeats the floor line is left out. */
function headRoom({ appraised: { floor, warnings } }: ManagerView): Text[] {
  const lines = [
    ...(floor.outcome === 'met' ? [{ title: floor.title, finding: floor }] : []),
    ...warnings.filter(({ outcome, finding }) => outcome === 'clear' && finding.observed !== floor.observed),
  ];
  return lines
    .flatMap(({ title, finding }) => roomOf(title, finding) ?? [])
    .sort((a, b) => a.share - b.share)
    .slice(0, 4)
    .map(({ text }) => text);
}

export function warningBlocks(view: ManagerView): Block[] {
  const warned = speaking(view.appraised.warnings);
  const room = headRoom(view);
  return [
    { kind: 'heading', text: w.heading },
    ...(warned.length === 0
      ? [{ kind: 'text', text: w.none, tone: 'good' } as const]
      : [
          grid(
            [
              { header: w.level, span: 4 },
              { header: w.rule, span: 8 },
              { header: w.outcome, span: 3 },
              { header: w.article, span: 3 },
              { header: w.basis, span: 6 },
            ],
            warned.slice(0, most).map((warning) => {
              const mark = warningMarks[warning.outcome];
              return [
                words(levelWords[warning.level]),
                words(warning.title, { link: { anchor: warningAnchor(warning.rule) } }),
                marked(mark, { tone: mark.tone }),
                code(warning.article),
                words(basisOf(warning)),
              ];
            }),
          ),
        ]),
    ...(warned.length > most ? [{ kind: 'text', text: w.rest(warned.length - most) } as const] : []),
    ...(room.length > 0 ? [{ kind: 'text', text: join([w.headRoom, join(room, semicolon)]) } as const] : []),
  ];
}
