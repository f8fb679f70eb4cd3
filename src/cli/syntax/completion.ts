/** How `appraise completion` is typed. What it does is loaded when it is called. */
import { Argument } from 'commander';
import type { AddCommand, Terminal } from '../command.ts';
import { type Shell, shells } from '../shells.ts';

export const addCompletion: AddCommand = (program, { say, action }) => {
  const shell = new Argument('<shell>', say({ zh: '哪种 shell', en: 'the shell' })).choices(shells);
  const load = async () => {
    const { complete } = await import('../completion.ts');
    return (terminal: Terminal, asked: Shell) => complete(terminal, program, asked);
  };
  program
    .command('completion')
    .description(say({ zh: '输出 Tab 键补全脚本', en: 'print a script that completes command lines on Tab' }))
    .addArgument(shell)
    .action(action(load));
};
