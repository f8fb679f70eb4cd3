/** What a condition of the vocabulary is declared with: its form, and what it asks in a sentence. */
import type { z } from 'zod';
import type { EventRole } from '../policy/words.ts';
import type { References } from '../reference.ts';
import type { Text } from '../text.ts';

/** What an outline calls what has an id: by the id, as the tables beside it do, or in a document by its words. */
export interface Refer {
  parameter(id: string): string;
  rule(id: string): string;
  section(id: string): string;
  /** What stands behind a rule's title. */
  tag(id: string): string;
}

/** How rules are said in one language. */
export interface Wording {
  readonly refer: Refer;
  say(text: Text): string;
  list(words: readonly string[]): string;
  /** A parameter, or a word of the language in its place. */
  value(id: string): string;
  measure(id: string): string;
  signs(ids: readonly string[]): string;
  grades(ids: readonly string[]): string;
  events(ids: readonly string[]): string;
  /** The events that play a part in rules. */
  playing(role: EventRole): string;
  level(id: string): string;
  rating(id: string): string;
  column(id: string): string;
  /** A choice of a column of the roster. */
  choice(column: string, id: string): string;
  series(id: string): string;
  action(id: string): string;
  collected(id: string): string;
  /** What a section may come to. */
  result(section: string, id: string): string;
  /** A figure that the policy names. */
  figure(id: string): string;
  /** A figure of a section, as results name it. */
  item(section: string, id: string): string;
  /** An indicator of the plan or of the table of other figures. */
  indicator(id: string): string;
}

interface Node<Form extends z.ZodType> {
  /** Its form over the names that the policy declares. */
  form(refs: References): Form;
  /** What it asks, in a sentence of either language. */
  says(spec: z.infer<Form>, wording: Wording): string;
}

/** A condition that holds no further rule. */
export const node = <Form extends z.ZodType>(of: Node<Form>): Node<Form> => of;
