type Schema = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const typeFits = (type: unknown, value: unknown): boolean => {
  switch (type) {
    case 'object':
      return isObject(value)
    case 'array':
      return Array.isArray(value)
    case 'string':
      return typeof value === 'string'
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    default:
      return false
  }
}

const KNOWN = [
  '$schema',
  'title',
  'description',
  'definitions',
  '$ref',
  'type',
  'const',
  'enum',
  'pattern',
  'minimum',
  'required',
  'properties',
  'additionalProperties',
  'items',
  'anyOf',
  'allOf',
  'format',
  'examples',
]

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  uri: text => URL.canParse(text),
  email: text => /^[^@\s]+@[^@\s]+$/.test(text),
}

/** The few words of JSON Schema that our schemas use; an unknown word is itself a violation. Returns what is wrong, as paths. */
export const violations = (value: unknown, schema: Schema, root: Schema = schema, path = '$'): string[] => {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.replace('#/definitions/', '')
    return violations(value, (root.definitions as Record<string, Schema>)[name] as Schema, root, path)
  }
  const wrong = Object.keys(schema)
    .filter(word => !KNOWN.includes(word))
    .map(word => `${path}: schema word ${word}`)
  const say = (ok: boolean, what: string) => {
    if (!ok) wrong.push(`${path}: ${what}`)
  }
  if ('type' in schema)
    say(
      [schema.type].flat().some(type => typeFits(type, value)),
      `is no ${schema.type}`,
    )
  if (Array.isArray(schema.anyOf))
    say(
      schema.anyOf.some(one => violations(value, one, root, path).length === 0),
      'is none of the alternatives',
    )
  for (const one of (schema.allOf ?? []) as readonly Schema[])
    wrong.push(...violations(value, one, root, path))
  if (typeof schema.format === 'string' && typeof value === 'string')
    say(formats[schema.format]?.(value) ?? false, `is no ${schema.format}`)
  if ('const' in schema) say(value === schema.const, `is not ${schema.const}`)
  if (Array.isArray(schema.enum)) say(schema.enum.includes(value), 'is not in the list')
  if (typeof schema.pattern === 'string' && typeof value === 'string')
    say(new RegExp(schema.pattern, 'u').test(String(value)), 'pattern')
  if (typeof schema.minimum === 'number') say(Number(value) >= schema.minimum, `is under ${schema.minimum}`)
  if (isObject(value)) {
    const properties = (schema.properties ?? {}) as Record<string, Schema>
    for (const key of (schema.required ?? []) as string[]) say(key in value, `lacks ${key}`)
    for (const [key, inner] of Object.entries(value)) {
      const known = properties[key]
      const any = isObject(schema.additionalProperties) ? schema.additionalProperties : undefined
      if (known ?? any) wrong.push(...violations(inner, (known ?? any) as Schema, root, `${path}.${key}`))
      else say(schema.additionalProperties !== false, `has ${key}`)
    }
  }
  if (Array.isArray(value) && isObject(schema.items)) {
    value.forEach((item, index) => {
      wrong.push(...violations(item, schema.items as Schema, root, `${path}[${index}]`))
    })
  }
  return wrong
}
