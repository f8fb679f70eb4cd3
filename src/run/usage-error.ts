/** What was asked for is not possible, said in the reader's language: exit status 2. */
import type { Text } from '../model/text.ts';

export class UsageError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
