/** Where the `appraise` command begins. */
import { processIo } from './io.ts';
import { main } from './main.ts';

// A reader that has seen enough (`| head`) closes the pipe: nothing is wrong.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
});

process.exitCode = await main(process.argv.slice(2), processIo());
