/** The workbook of a simulation. A new sheet is one file and one line in the list. */
import { type Simulation, sectionsToTell } from '../../model/simulation.ts';
import { join, type Lang, same } from '../../model/text.ts';
import type { Book } from '../../spreadsheet/sheet.ts';
import { withWays } from '../../spreadsheet/tabs.ts';
import { bytesOf } from '../bytes.ts';
import { quarterWords } from '../words.ts';
import { movesSheet, warningsSheet } from './moves.ts';
import { overviewSheet } from './overview.ts';
import { parametersSheet } from './parameters.ts';
import { peopleSheet } from './people.ts';
import { sectionFiguresSheet, sectionMovesSheet, sectionsSheet } from './sections.ts';
import { policyName, type SimulationSheet } from './view.ts';

export { costOf, standings } from './overview.ts';
export { policyName, standingWord } from './view.ts';

/** What a ladder of grades comes to, under either policy. */
const ofLadder: readonly SimulationSheet[] = [overviewSheet, movesSheet, peopleSheet, warningsSheet];
const ofSections: readonly SimulationSheet[] = [sectionsSheet, sectionMovesSheet, sectionFiguresSheet];

function simulationBook(simulation: Simulation): Book {
  const period = quarterWords(simulation.period);
  const sheets = [
    ...(simulation.grades.length > 0 ? ofLadder : []),
    ...(sectionsToTell(simulation).length > 0 ? ofSections : []),
    parametersSheet,
  ];
  return {
    title: join([{ zh: '制度测算对比', en: 'Policy simulation' }, period], ' '),
    foot: [same(`${policyName(simulation.before)} → ${policyName(simulation.after)}`), period],
    sheets: withWays(sheets.map((sheet) => sheet(simulation))),
  };
}

/** Two policies on the same figures. */
export const simulationWorkbook = (simulation: Simulation, lang: Lang): Promise<Uint8Array> =>
  bytesOf(simulationBook(simulation), simulation, lang);
