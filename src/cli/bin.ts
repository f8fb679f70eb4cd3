/** Where the `appraise` command begins. */
import { isSystemFault, systemProblem } from '../model/system-fault.ts';
import { exitStatus } from './command.ts';
import { inlineLess } from './compiling.ts';
import { colours, processIo, waitForKey } from './io.ts';
import { askedLang, localeLang } from './language.ts';
import { main } from './main.ts';
import { problemLines } from './problem-list.ts';
import { megabytesFor, startAgain } from './room.ts';

inlineLess();

const argv = process.argv.slice(2);
const io = processIo();
let isLost = false;

/** An answer that could not be given: what was written before it stands, and is not to be taken for undone. */
function sayLost(fault: Error): void {
  if (!isSystemFault(fault)) throw fault;
  if (!isLost) {
    const lang = askedLang(argv) ?? localeLang(io.env);
    const place = {
      zh: '标准输出（已写好的文件不受影响）',
      en: 'standard output (files that were written are whole)',
    };
    io.err(problemLines(systemProblem(fault, { file: place[lang] }), lang, colours(io, 'err')));
  }
  isLost = true;
  process.exitCode = exitStatus.system;
}

for (const stream of [process.stdout, process.stderr])
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) closes the pipe, and a terminal window may be closed: nothing is wrong.
    if (fault.code === 'EPIPE' || fault.code === 'EIO') return;
    sayLost(fault);
  });

/** The script of a clerk's desk names itself in the environment. */
const onDesk = io.env.APPRAISE_DESK !== undefined;
const megabytes = megabytesFor(onDesk ? (await import('./desk.ts')).dropped(argv, io.env) : argv);
if (megabytes !== null) process.exitCode = await startAgain(megabytes);
else {
  const status = onDesk ? await (await import('./desk.ts')).desk(argv, io, waitForKey) : await main(argv, io);
  if (!isLost) process.exitCode = status;
}
