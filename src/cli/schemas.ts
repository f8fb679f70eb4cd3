/** The JSON Schemas of the files that people write, by which an editor completes and checks them. */
import { prettyJson } from '../archive/index.ts';
import { profileJsonSchema, settingsJsonSchema } from '../intake/json-schemas.ts';
import { policyJsonSchema } from '../policy/json-schema.ts';

const schemas = { policy: policyJsonSchema, package: settingsJsonSchema, bank: profileJsonSchema };
type WrittenFile = keyof typeof schemas;
export const writtenFiles = Object.keys(schemas) as WrittenFile[];

/** What its schema is called. */
export const schemaName = (file: WrittenFile): string => `${file}.schema.json`;

/** Where `init` puts it: beside the file, since a bank's PCs reach no network; a folder of such a name is no data. */
export const schemaBeside = (file: WrittenFile): string => `.schemas/${schemaName(file)}`;

/** The line at a file's head by which editors find it. */
export const schemaLine = (file: WrittenFile): string =>
  `# yaml-language-server: $schema=${schemaBeside(file)}\n`;

export const schemaBytes = (file: WrittenFile): Uint8Array => prettyJson(schemas[file]());
