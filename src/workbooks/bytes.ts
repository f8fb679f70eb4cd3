/** A book of sheets as the bytes of an .xlsx file. */
import { lastDay, type Quarter } from '../model/calendar.ts';
import type { Lang } from '../model/text.ts';
import { placeBook } from '../spreadsheet/place.ts';
import type { Book } from '../spreadsheet/sheet.ts';
import { write } from '../spreadsheet/writer.ts';

/** A workbook is dated with the last day of its period: nothing of the moment or the machine is in it. */
export const bytesOf = (
  book: Book,
  { period }: { readonly period: Quarter },
  lang: Lang,
): Promise<Uint8Array> => write(placeBook(book, lang), new Date(`${lastDay(period)}T00:00:00Z`), lang);
