/** `appraise completion`: what a shell needs to complete command lines, made from the commands themselves. */
import type { Command, Option } from 'commander';
import { policyIds } from '../policy/box.ts';
import { type ExitStatus, exitStatus, type Terminal } from './command.ts';
import { commandsIn } from './examples.ts';
import type { Shell } from './shells.ts';

/** Writes the script of a shell. */
export async function complete({ io }: Terminal, program: Command, asked: Shell): Promise<ExitStatus> {
  io.out(scripts[asked](program.name(), cases(program, await policyIds())));
  return exitStatus.done;
}

interface Cases {
  /** What can follow a command's name. */
  readonly paths: string;
  /** Finds the words that fit, from the command so far (`at`), the word before and the word begun. */
  readonly words: string;
}

function cases(program: Command, policies: readonly string[]): Cases {
  const commands = [['', program] as const, ...commandsIn(program)];
  const named = (name: string): readonly string[] => (name === 'id|file' ? policies : []);
  const afterOption = commands.flatMap(([at, command]) =>
    command.options.filter(takesValue).map(({ long, argChoices, flags }) => {
      const words = argChoices ?? named(/<(.*)>/.exec(flags)?.[1] ?? '');
      return `    '${at}:${long}') found='${words.join(' ')}' ;;`;
    }),
  );
  const elsewhere = commands.flatMap(([at, command]) => {
    const help = command.createHelp();
    const options = help.visibleOptions(command).flatMap(({ long }) => long ?? []);
    const words = [
      ...command.commands.map((each) => each.name()),
      ...command.registeredArguments.flatMap((each) => each.argChoices ?? named(each.name())),
    ];
    return [
      `      '${at}:-'*) found='${options.join(' ')}' ;;`,
      `      '${at}:'*) found='${words.join(' ')}' ;;`,
    ];
  });
  return {
    paths: commandsIn(program)
      .map(([path]) => (path.includes(' ') ? `'${path}'` : `' ${path}'`))
      .join('|'),
    words: [
      '  case "$at:$prev" in',
      ...afterOption,
      '    *) case "$at:$cur" in',
      ...elsewhere,
      '    esac ;;',
      '  esac',
    ].join('\n'),
  };
}

const takesValue = ({ required, optional }: Option): boolean => required || optional;

/** Where no word fits, the shell completes file names. */
const scripts: Readonly<Record<Shell, (name: string, cases: Cases) => string>> = {
  bash: (name, { paths, words }) => `# source <(${name} completion bash)
_${name}() {
  local at='' found='' word prev=\${COMP_WORDS[COMP_CWORD-1]} cur=\${COMP_WORDS[COMP_CWORD]}
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$at $word" in
      ${paths}) at="\${at:+$at }$word" ;;
    esac
  done
${words}
  COMPREPLY=($(compgen -W "$found" -- "$cur"))
}
complete -o default -F _${name} ${name}
`,
  zsh: (name, { paths, words }) => `#compdef ${name}
# source <(${name} completion zsh)
_${name}() {
  local at='' found='' word prev=\${words[CURRENT-1]} cur=\${words[CURRENT]}
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$at $word" in
      ${paths}) at="\${at:+$at }$word" ;;
    esac
  done
${words}
  compadd -- \${=found} || _files
}
compdef _${name} ${name}
`,
};
