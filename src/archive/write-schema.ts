/** `npm run schema`: writes the JSON Schema of `results.json` anew after a change of its form. */
import { writeFile } from 'node:fs/promises';
import { resultsJsonSchema, schemaFile } from './results-schema.ts';

await writeFile(schemaFile, resultsJsonSchema());
