/** `appraise policy list`: the policies in the box, and what they are. */
import { policyIds } from '../policy/file.ts';
import { type ExitStatus, exitStatus, type Terminal } from './command.ts';
import type { MessageOptions } from './options.ts';
import { openPolicy } from './policy-open.ts';
import { table } from './table.ts';

export async function list(terminal: Terminal, _options: MessageOptions): Promise<ExitStatus> {
  const { lang } = terminal;
  const known = [];
  for (const id of await policyIds()) {
    const policy = await openPolicy(terminal, id);
    if (policy === null) return exitStatus.inputErrors;
    const { edition, title, source, ladder, parameters, grades, warnings } = policy.file;
    known.push({
      id,
      edition,
      title: title[lang],
      source: source[lang],
      grades: Object.keys(ladder).length,
      parameters: Object.keys(parameters).length,
      rules: grades.length + warnings.length,
    });
  }
  if (terminal.json) terminal.io.out(`${JSON.stringify(known, null, 2)}\n`);
  else {
    const header = {
      zh: ['代码', '版本', '名称', '等级', '参数', '规则', '来源'],
      en: ['id', 'edition', 'title', 'grades', 'parameters', 'rules', 'source'],
    }[lang];
    const rows = known.map(({ id, edition, title, source, grades, parameters, rules }) => [
      ...[id, edition, title, String(grades), String(parameters), String(rules), source],
    ]);
    terminal.print(table([header, ...rows], ['left', 'left', 'left', 'right', 'right', 'right', 'left']));
  }
  return exitStatus.done;
}
