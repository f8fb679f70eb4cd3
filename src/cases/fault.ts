/** A case that cannot be tried: it speaks of what there is not, or its words cannot be read. */
import type { Text } from '../model/text.ts';

export class CaseFault extends Error {
  readonly says: Text;

  constructor(says: Text) {
    super(says.en);
    this.says = says;
  }
}
