/** The sheets of a book as a list that says when each is shown, and tabs that Excel takes. */
import { inBoth, join, type Lang, type Text } from '../model/text.ts';
import { clean } from './clean.ts';
import type { Sheet } from './sheet.ts';

/** One sheet or several, and for which results; without `when` for all. */
export interface Tab<View> {
  readonly sheet: (view: View) => Sheet | readonly Sheet[];
  readonly when?: (view: View) => boolean;
}

/** The sheets that are shown, each with its tab; `reserved`: names of sheets that are added to them. */
export function shownOf<View, T extends Tab<View>>(
  tabs: readonly T[],
  view: View,
  reserved: readonly Text[] = [],
): { readonly sheet: Sheet; readonly tab: T }[] {
  const shown = tabs
    .filter(({ when }) => when?.(view) ?? true)
    .flatMap((tab) => [tab.sheet(view)].flat().map((sheet) => ({ sheet, tab })));
  const sheets = named(
    shown.map(({ sheet }) => sheet),
    reserved,
  );
  return sheets.flatMap((sheet, index) => shown.slice(index, index + 1).map(({ tab }) => ({ sheet, tab })));
}

export const sheetsOf = <View>(tabs: readonly Tab<View>[], view: View): Sheet[] =>
  shownOf(tabs, view).map(({ sheet }) => sheet);

/** The sheets of a book, each but the first with the way back to the first. */
export const withWays = ([first, ...others]: readonly Sheet[]): Sheet[] =>
  first === undefined
    ? []
    : [
        first,
        ...others.map((sheet) => ({
          ...sheet,
          blocks: [{ kind: 'way', to: first.id, text: join(['← ', first.name]) } as const, ...sheet.blocks],
        })),
      ];

const longest = 31;
/** What no sheet's name may hold. */
const refused = /[[\]:*?/\\']/g;

/** Names that a policy gives sheets may be long, or those of other sheets: they give way to the tool's own. */
function named(sheets: readonly Sheet[], reserved: readonly Text[]): Sheet[] {
  const isGiven = ({ given }: Sheet): boolean => given === true;
  const taken = (lang: Lang) =>
    new Set(
      [...reserved, ...sheets.filter((sheet) => !isGiven(sheet)).map(({ name }) => name)].map((name) =>
        name[lang].toLowerCase(),
      ),
    );
  const names = { zh: taken('zh'), en: taken('en') } satisfies Record<Lang, Set<string>>;
  const claim = (title: string, lang: Lang): string => {
    for (let number = 1; ; number += 1) {
      const name = fitting(title, number === 1 ? '' : ` ${number}`);
      if (names[lang].has(name.toLowerCase())) continue;
      names[lang].add(name.toLowerCase());
      return name;
    }
  };
  return sheets.map((sheet) =>
    isGiven(sheet) ? { ...sheet, name: inBoth((lang) => claim(sheet.name[lang], lang)) } : sheet,
  );
}

/** A title as a tab shows it. */
export const tabName = (title: Text): Text => inBoth((lang) => fitting(title[lang]));

const fitting = (title: string, suffix = ''): string =>
  clean(title)
    .replaceAll(refused, ' ')
    .slice(0, longest - suffix.length)
    .trim() + suffix;
