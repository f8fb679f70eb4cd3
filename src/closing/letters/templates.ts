/** Which template each letter is made from: one of the bank's own wins over the one in the box. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLeftover } from '../../intake/folder.ts';
import { nearest } from '../../intake/nearest.ts';
import type { ClosingBasis } from '../../model/closing.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { boxedTemplate, boxedTemplates } from './box.ts';
import { letterProblems } from './problems.ts';
import { type Template, templateProblems } from './template.ts';

export interface Templates {
  /** By the letter's id in the policy. */
  readonly byLetter: ReadonlyMap<string, Template>;
  /** The bank's own, by name. */
  readonly own: readonly Template[];
}

interface TemplatesRead {
  readonly templates: Templates;
  readonly problems: readonly Diagnostic[];
}

/** A letter's template is named as the letter. */
const fileOf = ({ title }: { readonly title: { readonly zh: string } }): string => `${title.zh}.docx`;

/** `folder`: where the bank keeps its own; null: it has none. */
export async function templatesFor(
  { rules: { letters } }: ClosingBasis,
  folder: string | null,
): Promise<TemplatesRead> {
  const known = Object.values(letters).map(fileOf);
  const names = folder === null ? [] : (await readdir(folder)).filter((name) => !isLeftover(name)).sort();
  const own: Template[] = [];
  const problems: Diagnostic[] = [];
  for (const file of names) {
    if (!known.includes(file)) {
      const suggestion = nearest(file, known);
      problems.push(letterProblems.unknownTemplate({ file }, { known, suggestion }));
      continue;
    }
    const template = { file, bytes: await readFile(join(folder ?? '', file)) };
    problems.push(...templateProblems(template));
    own.push(template);
  }
  const boxed = new Set(await boxedTemplates());
  const byLetter = new Map<string, Template>();
  for (const [id, letter] of Object.entries(letters)) {
    const file = fileOf(letter);
    const ownOne = own.find((each) => each.file === file);
    if (ownOne !== undefined) byLetter.set(id, ownOne);
    else if (boxed.has(file)) byLetter.set(id, { file, bytes: await boxedTemplate(file) });
    else problems.push(letterProblems.noTemplate({ file }, { letter: letter.title.zh }));
  }
  return { templates: { byLetter, own }, problems };
}
