/** A sheet of one list under its title: most sheets are no more. */
import type { Text } from '../model/text.ts';
import { type Column, list } from '../spreadsheet/list.ts';
import type { Block, Sheet } from '../spreadsheet/sheet.ts';

interface ListWords {
  /** The sheet's name. */
  readonly sheet: Text;
  readonly title: Text;
  readonly how?: Text;
  /** What stands in the place of no rows. */
  readonly none?: Text;
}

/** `opening`: how the sheets of the workbook begin. */
export const listSheetUnder =
  <View>(opening: (title: Text, view: View, ...more: readonly Text[]) => Block) =>
  <R>(
    id: string,
    { sheet, title, how, none }: ListWords,
    columns: (view: View) => readonly Column<R>[],
    rows: (view: View) => readonly R[],
    kind: Sheet['kind'] = 'list',
  ) =>
  (view: View): Sheet => ({
    id,
    name: sheet,
    kind,
    blocks: [
      opening(title, view, ...(how === undefined ? [] : [how])),
      list(id, columns(view), rows(view), none === undefined ? {} : { empty: none }),
    ],
  });
