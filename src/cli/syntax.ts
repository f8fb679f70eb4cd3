/** How commands are typed, as data, and as commander takes it: `--help` is made from the same. */
import { Argument, type Command, Option } from 'commander';
import type { Text } from '../model/text.ts';
import type { Cli, Work } from './command.ts';

/** An argument or an option as it is typed, `--out <dir>`, and what it says in the help. */
export interface Typed {
  readonly typed: string;
  readonly says: Text;
  /** Only these may be given. */
  readonly choices?: readonly string[];
}

export interface TypedOption extends Typed {
  readonly required?: true;
  readonly default?: string;
  /** Its value from the word given; `before`: of the same option given earlier. */
  readonly read?: <T>(given: string, before?: T) => unknown;
}

/** A command line that is shown as an example, and what it does. */
interface Example {
  readonly line: string;
  readonly does: Text;
}

export interface CommandSyntax {
  readonly name: string;
  readonly says: Text;
  readonly takes?: readonly Typed[];
  readonly options?: readonly TypedOption[];
  readonly examples: readonly Example[];
  /** Loads what it does, when it is called. */
  readonly load?: (program: Command) => Promise<Work>;
  /** The commands that it is only the head of. */
  readonly heads?: readonly CommandSyntax[];
}

function optionOf({ typed, says, required, read, choices, ...more }: TypedOption, { say }: Cli): Option {
  const option = new Option(typed, say(says)).makeOptionMandatory(required === true);
  if (more.default !== undefined) option.default(more.default);
  if (read !== undefined) option.argParser(read);
  return choices === undefined ? option : option.choices(choices);
}

function argumentOf({ typed, says, choices }: Typed, { say }: Cli): Argument {
  const argument = new Argument(typed, say(says));
  return choices === undefined ? argument : argument.choices(choices);
}

export function addCommand(above: Command, syntax: CommandSyntax, cli: Cli, program = above): void {
  const { name, says, takes = [], options = [], examples, load, heads = [] } = syntax;
  const command = above.command(name).description(cli.say(says));
  for (const each of takes) command.addArgument(argumentOf(each, cli));
  for (const each of options) command.addOption(optionOf(each, cli));
  if (load !== undefined) command.action(cli.action(() => load(program)));
  const lines = examples.map(({ line, does }) => `  ${line}\n      ${cli.say(does)}`);
  command.addHelpText('after', ['', cli.say({ zh: '示例：', en: 'Examples:' }), ...lines].join('\n'));
  if (heads.length > 0) command.helpCommand(false);
  for (const each of heads) addCommand(command, each, cli, program);
}
