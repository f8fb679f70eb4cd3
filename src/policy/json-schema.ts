/** The JSON Schema of a policy file, for editors: made from the schema that policies are read by. */
import { z } from 'zod';
import { conditionKeys, scopeKeys, vocabulary } from '../model/conditions/index.ts';
import { figures, formKeys } from '../model/figures/index.ts';
import { policySchema } from '../model/policy.ts';
import { isFigure, isRule, noNames, type Reference, referenceOf, references } from '../model/reference.ts';
import { defaultKeys } from './file.ts';
import { bare, everywhere, referenceWords } from './language.ts';

type Node = z.core.JSONSchema.BaseSchema;

const rule = '#/definitions/rule';
const figure = '#/definitions/figure';
const ofRules: readonly string[] = [...conditionKeys, ...scopeKeys];

/** The conditions stand once, in the definition of a rule: whatever else is one refers to them there. */
export function policyJsonSchema(): Node {
  const file = schemaOf(policySchema(noNames), (each) => {
    for (const key of ofRules)
      if (each.properties?.[key]) each.properties[key] = { $ref: `${rule}/properties/${key}` };
  });
  const inside = Object.values(schemaOf(vocabulary(references(noNames)).rule).definitions ?? {})[0];
  const omitted = defaultKeys();
  return {
    ...file,
    required: (file.required ?? []).filter((key) => !omitted.includes(key)),
    definitions: {
      rule: inside ?? {},
      figure: schemaOf(figures(references(noNames)).written),
    },
  };
}

/** A rule inside another is what each of the two schemas is recursive by. */
function schemaOf(schema: z.ZodType, shorten: (rule: Node) => void = () => {}): Node {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema, path }) => {
      if (!(zodSchema instanceof z.ZodType)) return;
      const reference = referenceOf(bare(zodSchema));
      if (reference) refer(jsonSchema, reference);
      if (isFigure(zodSchema)) {
        if (path.length > 0) return inDefinition(jsonSchema);
        jsonSchema.oneOf = formKeys.map((key) => ({ required: [key] }));
      }
      if (isRule(zodSchema)) {
        jsonSchema.oneOf = conditionKeys.map((key) => ({ required: [key] }));
        shorten(jsonSchema);
      }
      for (const [key, each] of Object.entries(jsonSchema.properties ?? {})) {
        const says = everywhere[key];
        if (says !== undefined && typeof each === 'object' && each.$ref === undefined)
          each.description ??= says;
      }
    },
  });
  return JSON.parse(JSON.stringify(made, (key, value) => (key === '$ref' ? refTo(value) : value)));
}

/** A figure stands once: wherever one is written in place, the editor is sent to it. */
function inDefinition(schema: Node): void {
  for (const key of Object.keys(schema)) delete schema[key];
  schema.$ref = figure;
}

const refTo = (place: string): string => (/^#(?:\/definitions\/__.*)?$/.test(place) ? rule : place);

/** An id of the file's own, which no schema made before it can list. */
function refer(schema: Node, reference: Reference): void {
  const words = referenceWords(reference);
  const { description: says = '' } = schema;
  if (!says.endsWith(`(${words})`)) schema.description = says === '' ? `(${words})` : `${says} (${words})`;
}
