/** How fields are spoken of, and written, where somebody wrote them: front matter has keys, a feed has elements. */

import { type Value, yamlValue } from '../syntax/yaml-value.ts'

/** What a finding is about is a field, by its key; what it is called there is the medium's. */
export interface Medium {
  /** In backticks: `author`, or `<itunes:author>`. Of a part of a field, the part. */
  readonly name: (path: string | readonly (string | number)[]) => string
  /** As it is to be written there, in backticks: `explicit: false`, or `<itunes:explicit>false</itunes:explicit>`. */
  readonly line: (key: string, value: Value) => string
  /** Only what it says, in backticks: a category of a show is its name, that of a feed an element. */
  readonly value: (key: string, value: Value) => string
  /** For what can be done in a show folder only, or in a feed. */
  readonly either: <Words>(words: { readonly folder: Words; readonly feed: Words }) => Words
}

export const frontMatter: Medium = {
  name: path => `\`${nameOf(path)}\``,
  line: (key, value) => `\`${key}: ${yamlValue(value)}\``,
  value: (_, value) => `\`${typeof value === 'string' ? value : yamlValue(value)}\``,
  either: ({ folder }) => folder,
}

const nameOf = (path: string | readonly (string | number)[]): string =>
  typeof path === 'string' ? path : path.filter(step => typeof step === 'string').join('.')
