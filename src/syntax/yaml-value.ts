/** A value as somebody would write it behind a key of front matter, on one line. */

export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value }

/** `Ada Pier`, `{ name: Ada Pier, email: ada@show.example }`; quoted where YAML would read something else. */
export const yamlValue = (value: Value): string => (typeof value === 'string' ? plain(value) : inFlow(value))

const inFlow = (value: Value): string => {
  if (typeof value === 'string') return /[,[\]{}]/.test(value) ? JSON.stringify(value) : plain(value)
  if (Array.isArray(value)) return `[${value.map(inFlow).join(', ')}]`
  if (typeof value !== 'object') return String(value)
  const pairs = Object.entries(value).map(([key, part]) => `${key}: ${inFlow(part)}`)
  return `{ ${pairs.join(', ')} }`
}

const plain = (text: string): string =>
  /^[\p{L}\p{N}…](?!.*(?::\s|\s#|:$)).*$/u.test(text) && text.trim() === text ? text : JSON.stringify(text)
