/** Reads every branch's results as JSON, and does nothing with them: the least that a roll-up has to do. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { secondsOf, tell } from './tell.ts';

const [results = ''] = process.argv.slice(2);
let managers = 0;
const seconds = await secondsOf(async () => {
  for (const branch of readdirSync(results))
    managers += JSON.parse(readFileSync(join(results, branch, 'results.json'), 'utf8')).managers.length;
});
tell({ seconds, managers });
