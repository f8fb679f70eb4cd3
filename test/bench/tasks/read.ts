/** Reads a package, validated: everything that `check` does before it prints. */
import { intake, policy } from './built.ts';
import { secondsOf, tell } from './tell.ts';

const [folder = ''] = process.argv.slice(2);
const { readPackage } = await intake();
const declared = (await policy()).defaultWords();
let rows = 0;
const seconds = await secondsOf(async () => {
  const { readings, problems } = await readPackage(folder, { declared });
  const error = problems.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new Error(error.message.en);
  rows = readings.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
});
tell({ seconds, rows });
