// `npm start`: runs the sample year as a chain, each quarter on the archives of those before it, into out/.
import { spawnSync } from 'node:child_process';

const quarters = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'];

for (const [index, quarter] of quarters.entries()) {
  const archive = index === 0 ? [] : ['--archive', 'out'];
  const quiet = index === quarters.length - 1 ? [] : ['--quiet'];
  const args = ['run', `samples/${quarter}`, '--out', `out/${quarter}`, '--force', ...archive, ...quiet];
  process.stderr.write(`appraise ${args.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, ['bin/appraise.js', ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 70);
}
