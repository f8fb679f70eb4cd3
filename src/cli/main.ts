/** The command line: parses it, runs the command, and turns whatever happens into an exit status. */
import { Command, CommanderError } from 'commander';
import { isSystemFault, SystemFault, systemProblem } from '../model/system-fault.ts';
import type { Text } from '../model/text.ts';
import { tool } from '../run/tool.ts';
import { UsageError } from '../run/usage-error.ts';
import { BrokenArchive } from './broken-archive.ts';
import { type Cli, type ExitStatus, exitStatus, statusOf, type Terminal } from './command.ts';
import { commands } from './commands.ts';
import { complaintOf, helpIn } from './help.ts';
import { colours, type Io } from './io.ts';
import { askedLang, localeLang } from './language.ts';
import type { MessageOptions } from './options.ts';
import { problemLines } from './problem-list.ts';
import { addCommand } from './syntax.ts';
import type { wrapped } from './wrapped.ts';

/** Runs a command line (without node and script) and answers its exit status. */
export async function main(argv: readonly string[], io: Io): Promise<ExitStatus> {
  const lang = askedLang(argv) ?? localeLang(io.env);
  const err = colours(io, 'err');
  const complain = (words: string): void =>
    io.err(`${err.red({ zh: '错误', en: 'error' }[lang])} ${words}\n`);
  let status: ExitStatus = exitStatus.done;

  const terminalFor = (
    { quiet = false, json = false }: MessageOptions,
    { progress, wrap }: Pick<Terminal, 'progress'> & { readonly wrap: typeof wrapped },
  ): Terminal => ({
    io,
    lang,
    quiet,
    json,
    colour: { out: colours(io, 'out'), err },
    progress,
    complain: (text) => io.err(`${text[lang]}\n`),
    tell: (text) => (quiet ? undefined : io.err(`${text[lang]}\n`)),
    print: (lines) => io.out(`${(io.outColumns === null ? lines : wrap(lines, io.outColumns)).join('\n')}\n`),
  });
  const cli: Cli = {
    say: (text: Text) => text[lang],
    action:
      (load) =>
      async (...given) => {
        // The parser hands over the arguments, then the options, then the command itself.
        const options = given.at(-2) as MessageOptions;
        const [work, { progressOn }, { wrapped: wrap }] = await Promise.all([
          load(),
          import('./progress.ts'),
          import('./wrapped.ts'),
        ]);
        const progress = await progressOn(io, lang, options.progress && options.quiet !== true);
        try {
          status = await work(terminalFor(options, { progress, wrap }), ...(given as never[]));
        } finally {
          progress.end();
        }
      },
  };

  const program = new Command('appraise')
    .description(
      cli.say({ zh: '客户经理季度考核', en: "the quarterly appraisal of a bank's customer managers" }),
    )
    .version(tool.version, '-V, --version', cli.say({ zh: '版本', en: 'the version' }))
    .helpOption('-h, --help', cli.say({ zh: '帮助', en: 'help' }))
    .helpCommand('help [command]', cli.say({ zh: '帮助', en: 'help' }))
    .configureHelp(helpIn(lang))
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: () => {},
    })
    .exitOverride();
  for (const each of commands) addCommand(program, each, cli);
  if (argv.length === 0) {
    io.err(program.helpInformation());
    return exitStatus.usage;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (fault) {
    if (fault instanceof CommanderError) {
      if (fault.exitCode === 0) return exitStatus.done;
      // A command that is only the head of others: its help has been shown.
      if (fault.code === 'commander.help') return exitStatus.usage;
      complain(complaintOf(fault, lang));
      return exitStatus.usage;
    }
    if (fault instanceof UsageError) {
      complain(fault.text[lang]);
      return exitStatus.usage;
    }
    if (fault instanceof BrokenArchive) {
      io.err(problemLines(fault.problem, lang, err));
      return statusOf([fault.problem]);
    }
    if (fault instanceof SystemFault || isSystemFault(fault)) {
      const problem = fault instanceof SystemFault ? fault.problem : systemProblem(fault);
      io.err(problemLines(problem, lang, err) + stackFor(fault, io));
      return exitStatus.system;
    }
    complain(faultWords(fault, io, lang === 'zh'));
    return exitStatus.fault;
  }
}

/** A fault of the tool, in a line; the stack only for whoever asks for it. */
function faultWords(fault: unknown, io: Io, chinese: boolean): string {
  const error = fault instanceof Error ? fault : new Error(String(fault));
  const stack = stackFor(error, io);
  return chinese
    ? `工具内部故障：${error.message}（设置环境变量 DEBUG=1 可看详情）${stack}`
    : `a fault of the tool itself: ${error.message} (set DEBUG=1 for the details)${stack}`;
}

const stackFor = (fault: Error, io: Io): string => (io.env.DEBUG ? `\n${fault.stack}` : '');
