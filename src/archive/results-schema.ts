/** The JSON Schema of `results.json`, made from the very types it is written with. */
import { z } from 'zod';
import { resultsSchema } from '../model/results.ts';
import { prettyJson } from './bytes.ts';

/** Where it ships: the same place from src and from dist. */
export const schemaFile = new URL('../../src/archive/results.schema.json', import.meta.url);

export const resultsJsonSchema = (): Uint8Array =>
  prettyJson({ $id: 'rm-appraisal/results/1', ...z.toJSONSchema(resultsSchema) });
