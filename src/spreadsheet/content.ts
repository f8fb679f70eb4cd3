/** What a cell holds in a language. */
import type { Lang, Text } from '../model/text.ts';
import { clean } from './clean.ts';
import type { Held } from './placed.ts';
import type { Cell } from './sheet.ts';

/** Excel counts days from the last of 1899; the calendar arithmetic is in UTC, so no time zone has a say. */
const serialOfDay = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;

const isText = (value: Cell['value']): value is Text => typeof value === 'object' && value !== null;

/** The number or text that a cell holds; null for nothing. */
export function contentOf(value: Cell['value'], format: Cell['format'], lang: Lang): Held {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`a cell holds ${value}`);
    return value;
  }
  if (value === null) return null;
  const text = clean(isText(value) ? value[lang] : value) || null;
  return format === 'date' && text !== null ? serialOfDay(text) : text;
}
