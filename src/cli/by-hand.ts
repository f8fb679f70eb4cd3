/** A file that a command line names beside the package: one that someone wrote by hand. */
import { readByHand, textByHand } from '../intake/files/by-hand.ts';
import { UsageError } from '../run/usage-error.ts';

/** @throws the system's fault; a UsageError for what is no text, or too long */
export async function handWrittenText(path: string): Promise<string> {
  const text = textByHand(await readByHand(path), { file: path });
  if (typeof text === 'string') return text;
  const { zh, en } = text.message;
  throw new UsageError({ zh: `${path}：${zh}`, en: `${path}: ${en}` });
}
