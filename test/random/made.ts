/** The package of a seed: what it holds, and what is wrong with it. */
import { type Chance, chance } from './chance.ts';
import { inFiles, inSheets } from './faults.ts';
import { type Files, filesOf } from './files.ts';
import { sheetsOf } from './package.ts';

function settings({ often, between, oneOf }: Chance): string {
  const quarter = `2026Q${between(1, 4)}`;
  return [
    `period: ${quarter}`,
    ...(often(0.5) ? [`chain-starts: ${oneOf(['2026Q1', quarter, quarter, '2025Q3'])}`] : []),
    ...(often(0.2) ? ['holidays: [2026-10-01]'] : []),
    '',
  ].join('\n');
}

/** A third of the packages has no mistake of ours, though its numbers may make one. */
export function packageOf(seed: number): Files {
  const its = chance(seed);
  const faults = its.often(0.34) ? 0 : its.between(1, 3);
  const sheets = sheetsOf(its);
  const inAll = Array.from({ length: faults }, () => its.often(0.6));
  for (const inSheet of inAll) if (inSheet) its.oneOf(inSheets)(sheets, its);
  const files = filesOf(sheets);
  files.set('package.yaml', settings(its));
  for (const inSheet of inAll) if (!inSheet && files.size > 1) its.oneOf(inFiles)(files, its);
  return files;
}
