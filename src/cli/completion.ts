/** `appraise completion`: what a shell needs to complete command lines, made from the commands themselves. */
import type { Command, Option } from 'commander';
import { policyIds } from '../policy/box.ts';
import { type ExitStatus, exitStatus, type Terminal } from './command.ts';
import type { Shell } from './shells.ts';

/** Writes the script of a shell. */
export async function complete({ io }: Terminal, program: Command, asked: Shell): Promise<ExitStatus> {
  io.out(scripts[asked](program.name(), casesOf(program, await policyIds())));
  return exitStatus.done;
}

/** Every command with its full name: `policy show`. */
const commandsIn = (command: Command, path: readonly string[] = []): (readonly [string, Command])[] =>
  command.commands.flatMap((each) => {
    const own = [...path, each.name()];
    return [[own.join(' '), each] as const, ...commandsIn(each, own)];
  });

/** Words that can stand next, by where that is. */
interface Cases {
  /** The commands' full names: `policy show`. */
  readonly paths: readonly string[];
  /** By command and option, `run:--lang`: the option's values. */
  readonly afterOption: readonly Case[];
  /** By command, `run:`: what it takes, and with a hyphen, `run:-`: its options. */
  readonly elsewhere: readonly Case[];
}
type Case = readonly [where: string, words: readonly string[]];

function casesOf(program: Command, policies: readonly string[]): Cases {
  const commands = [['', program] as const, ...commandsIn(program)];
  const named = (name: string): readonly string[] => (name === 'id|file' ? policies : []);
  return {
    paths: commandsIn(program).map(([path]) => path),
    afterOption: commands.flatMap(([at, command]) =>
      command.options
        .filter(takesValue)
        .map(
          ({ long, argChoices, flags }): Case => [
            `${at}:${long}`,
            argChoices ?? named(/<(.*)>/.exec(flags)?.[1] ?? ''),
          ],
        ),
    ),
    elsewhere: commands.flatMap(([at, command]): Case[] => {
      const help = command.createHelp();
      const options = help.visibleOptions(command).flatMap(({ long }) => long ?? []);
      const words = [
        ...command.commands.map((each) => each.name()),
        ...command.registeredArguments.flatMap((each) => each.argChoices ?? named(each.name())),
      ];
      return [
        [`${at}:-`, options],
        [`${at}:`, words],
      ];
    }),
  };
}

const takesValue = ({ required, optional }: Option): boolean => required || optional;

/** For bash and zsh: the patterns that go on with a command's name, from the command so far (`at`) and a word. */
const pathPatterns = ({ paths }: Cases): string =>
  paths.map((path) => (path.includes(' ') ? `'${path}'` : `' ${path}'`)).join('|');

/** For bash and zsh: finds the words, from the command so far, the word before and the word begun. */
const findWords = ({ afterOption, elsewhere }: Cases): string =>
  [
    '  case "$at:$prev" in',
    ...afterOption.map(([where, words]) => `    '${where}') found='${words.join(' ')}' ;;`),
    '    *) case "$at:$cur" in',
    ...elsewhere.map(([where, words]) => `      '${where}'*) found='${words.join(' ')}' ;;`),
    '    esac ;;',
    '  esac',
  ].join('\n');

/** Where no word fits, the shell completes file names. */
const scripts: Readonly<Record<Shell, (name: string, cases: Cases) => string>> = {
  bash: (name, cases) => `# source <(${name} completion bash)
_${name}() {
  local at='' found='' word prev=\${COMP_WORDS[COMP_CWORD-1]} cur=\${COMP_WORDS[COMP_CWORD]}
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$at $word" in
      ${pathPatterns(cases)}) at="\${at:+$at }$word" ;;
    esac
  done
${findWords(cases)}
  COMPREPLY=($(compgen -W "$found" -- "$cur"))
}
complete -o default -F _${name} ${name}
`,
  zsh: (name, cases) => `#compdef ${name}
# source <(${name} completion zsh)
_${name}() {
  local at='' found='' word prev=\${words[CURRENT-1]} cur=\${words[CURRENT]}
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$at $word" in
      ${pathPatterns(cases)}) at="\${at:+$at }$word" ;;
    esac
  done
${findWords(cases)}
  compadd -- \${=found} || _files
}
compdef _${name} ${name}
`,
  powershell: (
    name,
    { paths, afterOption, elsewhere },
  ) => `# ${name} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${name}, ${name}.cmd -ScriptBlock {
  param($cur, $ast, $position)
  $paths = ${quotedList(paths)}
  $words = @{
${[...afterOption, ...elsewhere].map(([where, words]) => `    '${where}' = @(${quotedList(words)})`).join('\n')}
  }
  $at = ''; $prev = ''
  foreach ($element in $ast.CommandElements | Select-Object -Skip 1) {
    if ($element.Extent.EndOffset -ge $position) { break }
    $prev = $element.Extent.Text
    if ($paths -ccontains "$at $prev".Trim()) { $at = "$at $prev".Trim() }
  }
  $key = "\${at}:$prev"
  if (-not $words.ContainsKey($key)) { $key = if ($cur -like '-*') { "\${at}:-" } else { "\${at}:" } }
  $words[$key] | Where-Object { $_ -like "$cur*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`,
};

const quotedList = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
