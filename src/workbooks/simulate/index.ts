/** The workbook of a simulation. A new sheet is one file and one line in the list. */
import type { Simulation } from '../../model/simulation.ts';
import { join, same } from '../../model/text.ts';
import type { Book } from '../../spreadsheet/sheet.ts';
import { quarterWords } from '../words.ts';
import { movesSheet, warningsSheet } from './moves.ts';
import { overviewSheet } from './overview.ts';
import { parametersSheet } from './parameters.ts';
import { peopleSheet } from './people.ts';
import { policyName, type SimulationSheet } from './view.ts';

const sheets: readonly SimulationSheet[] = [
  overviewSheet,
  movesSheet,
  peopleSheet,
  warningsSheet,
  parametersSheet,
];

export function simulationBook(simulation: Simulation): Book {
  const period = quarterWords(simulation.period);
  return {
    title: join([{ zh: '制度测算对比', en: 'Policy simulation' }, period], ' '),
    foot: [same(`${policyName(simulation.before)} → ${policyName(simulation.after)}`), period],
    sheets: sheets.map((sheet) => sheet(simulation)),
  };
}
