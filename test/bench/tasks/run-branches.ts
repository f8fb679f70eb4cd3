/** Runs every branch of a bank that `samples/whole-bank/make.js` made up, one after the other in one process. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './built.ts';

const [packages = '', results = ''] = process.argv.slice(2);
const { main } = await command();
const io = {
  out: () => {},
  err: () => {},
  outIsTerminal: false,
  outColumns: null,
  errIsTerminal: false,
  errColumns: null,
  env: {},
  onStop: () => () => {},
};
for (const branch of readdirSync(packages)) {
  const status = await main(
    ['run', join(packages, branch, '2026Q3'), '--out', join(results, branch), '--quiet'],
    io,
  );
  if (status !== 0) throw new Error(`${branch} ended with ${status}`);
}
