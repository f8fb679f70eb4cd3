/** Where the `appraise` command begins. */
import { processIo } from './io.ts';
import { main } from './main.ts';

// A reader that has seen enough (`| head`) closes the pipe, and a terminal window may be closed: nothing is wrong.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE' && fault.code !== 'EIO') throw fault;
  });

process.exitCode = await main(process.argv.slice(2), processIo());
