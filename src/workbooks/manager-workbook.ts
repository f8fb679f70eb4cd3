/** One manager's workbook: all that a thread makes, so this is all that a thread loads. */
import type { Lang } from '../model/text.ts';
import { bytesOf } from './bytes.ts';
import { managerBook } from './manager/index.ts';
import type { Excerpt, Occasion } from './manager/occasion.ts';

/** The workbook of one manager, with that manager's customers only. */
export const managerWorkbook = (excerpt: Excerpt, occasion: Occasion, lang: Lang): Promise<Uint8Array> =>
  bytesOf(managerBook(excerpt, occasion), occasion, lang);
