import * as z from 'zod'
import type { Schema } from './index.ts'

const about: Readonly<
  Record<Schema<never>['name'], { readonly title: string; readonly description: string }>
> = {
  show: {
    title: 'show.md of build-feed',
    description: 'The front matter of a show: what the channel of its feed says.',
  },
  episode: {
    title: 'An episode of build-feed',
    description: 'The front matter of an episode: what its item in the feed says.',
  },
}

/**
 * The JSON Schema of a front matter, as editors read it to complete and check: draft 7, which all of them know.
 * YAML readers make numbers and booleans of what we read as text, so a value may be any of these where the text would be taken.
 */
export const jsonSchema = <Meta>({ name, fields, required }: Schema<Meta>): string => {
  const { properties, definitions } = z.toJSONSchema(z.strictObject(fields), {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => forEditors(jsonSchema, z.globalRegistry.get(zodSchema)),
  })
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...about[name],
    type: 'object',
    additionalProperties: false,
    required,
    properties,
    // Of what holds itself, as a source of `fields` does.
    ...(definitions === undefined ? {} : { definitions }),
  }
  return `${JSON.stringify(schema, undefined, 2)}\n`
}

/** Zod drops the examples of a value that it transforms, and keeps our own keywords, which editors do not know. */
const forEditors = (schema: z.core.JSONSchema.BaseSchema, meta: z.core.GlobalMeta | undefined): void => {
  if (meta?.examples !== undefined) schema.examples = [...(meta.examples as readonly unknown[])]
  // Every key of a YAML map is a text.
  delete schema.propertyNames
  if (typeof schema.tag === 'string') {
    schema.description = `${schema.description ?? ''} In the feed: <${schema.tag}>.`.trim()
    delete schema.tag
  }
}
