/** The JSON Schemas of package.yaml and bank.yaml, for editors: made from the schemas that they are read by. */
import { z } from 'zod';
import type { Text } from '../model/text.ts';
import { expectedAt, profileSchema } from './profile/schema.ts';
import { settingsExpected, settingsSchema } from './settings.ts';

type Node = z.core.JSONSchema.BaseSchema;

const form = { io: 'input', target: 'draft-7' } as const;

/** Each key says what may stand there. */
const explained = (schema: Node, says: (key: string) => Text): Node => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, each]) => {
      const { zh, en } = says(key);
      return [key, typeof each === 'object' ? { description: `${zh} · ${en}`, ...each } : each];
    }),
  ),
});

export const settingsJsonSchema = (): Node =>
  explained(
    z.toJSONSchema(settingsSchema, form),
    (key) => settingsExpected[key as keyof typeof settingsExpected],
  );

/** Every value of bank.yaml is read as a text, whatever YAML takes it for, and a section may be empty. */
export function profileJsonSchema(): Node {
  const schema = z.toJSONSchema(profileSchema, {
    ...form,
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'string' && jsonSchema.const === undefined)
        Object.assign(jsonSchema, { type: ['string', 'number', 'boolean'] });
      else if (jsonSchema.type === 'object' && jsonSchema.properties === undefined)
        Object.assign(jsonSchema, { type: ['object', 'null'] });
    },
  });
  return explained(schema, (key) => expectedAt([key]));
}
