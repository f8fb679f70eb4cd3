/** The sheets of a book as a list that says when each is shown, and tabs that Excel takes. */
import { languages, type Text } from '../model/text.ts';
import { clean } from './clean.ts';
import type { Sheet } from './sheet.ts';
import { inBoth } from './words.ts';

/** One sheet or several, and for which results; without `when` for all. */
export interface Tab<View> {
  readonly sheet: (view: View) => Sheet | readonly Sheet[];
  readonly when?: (view: View) => boolean;
}

export const sheetsOf = <View>(tabs: readonly Tab<View>[], view: View): Sheet[] =>
  named(tabs.filter(({ when }) => when?.(view) ?? true).flatMap(({ sheet }) => sheet(view)));

const longest = 31;
/** What no sheet's name may hold. */
const refused = /[[\]:*?/\\']/g;

/** Names that a policy gives sheets may be long, or those of other sheets: they give way to the tool's own. */
function named(sheets: readonly Sheet[]): Sheet[] {
  const taken = new Set<string>();
  const claim = (name: Text): boolean => {
    const keys = languages.map((lang) => `${lang} ${name[lang].toLowerCase()}`);
    if (keys.some((key) => taken.has(key))) return false;
    for (const key of keys) taken.add(key);
    return true;
  };
  for (const { name, given } of sheets) if (given !== true) claim(name);
  return sheets.map((sheet) => {
    if (sheet.given !== true) return sheet;
    for (let number = 1; ; number += 1) {
      const name = tabName(sheet.name, number === 1 ? '' : ` ${number}`);
      if (claim(name)) return { ...sheet, name };
    }
  });
}

/** A title as a tab shows it. */
export const tabName = (title: Text, suffix = ''): Text =>
  inBoth(
    (lang) =>
      clean(title[lang])
        .replaceAll(refused, ' ')
        .slice(0, longest - suffix.length)
        .trim() + suffix,
  );
