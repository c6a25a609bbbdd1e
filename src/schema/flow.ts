/** Values as somebody would write them in YAML, for hints. */

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** On one line. Undefined of what cannot be shown so. */
export const inYaml = (value: unknown): string | undefined => {
  const text = flow(value)
  return text.length > 400 || /[\p{C}`]/u.test(text) ? undefined : text
}

const flow = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (isMap(value))
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${flow(key)}: ${flow(inner)}`)
      .join(', ')} }`
  const text = String(value)
  return /^[\p{L}\d](?:[\p{L}\d ._/?=&+~%@-]|:(?!\s|$))*$/u.test(text) ? text : JSON.stringify(text)
}
