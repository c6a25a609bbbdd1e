/** What `npm run docs` writes. To add a document is a file and a line here; tests/docs.test.ts proves that none has drifted. */

import { episodeSchema, fields, showSchema } from '../../src/fields/index.ts'
import { rules } from '../../src/rules.ts'
import { jsonSchema } from '../../src/schema/json-schema.ts'
import { actionInputs, actionOutputs } from './action.ts'
import { fieldTable } from './field-table.ts'
import { limitsReference } from './limits-reference.ts'
import { lockReference } from './lock-reference.ts'
import { reportersOfAction, reportersTable } from './reporters.ts'
import { rulesReference } from './rules-reference.ts'
import { usage } from './usage.ts'

export interface Document {
  /** From the root of the repository. */
  readonly path: string
  /** Only the part between `<!-- name -->` and `<!-- /name -->` is generated. */
  readonly part?: string
  readonly text: () => string | Promise<string>
}

export const documents: readonly Document[] = [
  { path: 'docs/rules.md', text: () => rulesReference(rules) },
  { path: 'docs/fields.md', text: () => fieldTable(fields) },
  { path: 'docs/lock.md', text: lockReference },
  { path: 'docs/limits.md', text: limitsReference },
  { path: 'docs/show.schema.json', text: () => jsonSchema(showSchema) },
  { path: 'docs/episode.schema.json', text: () => jsonSchema(episodeSchema) },
  { path: 'README.md', part: 'usage', text: usage },
  { path: 'README.md', part: 'reporters', text: reportersTable },
  { path: 'action.yml', part: 'reporters', text: reportersOfAction },
  { path: 'docs/ci.md', part: 'inputs', text: actionInputs },
  { path: 'docs/ci.md', part: 'outputs', text: actionOutputs },
]

/** The whole file as it should be, given what it is. */
export const updated = async ({ path, part, text }: Document, now: string | undefined): Promise<string> => {
  const generated = await text()
  if (part === undefined) return generated
  const [open, close] = [`<!-- ${part} -->`, `<!-- /${part} -->`]
  const start = now?.indexOf(open) ?? -1
  const end = now?.indexOf(close, start) ?? -1
  if (now === undefined || start < 0 || end < 0) throw new Error(`${path} has no part ${open} … ${close}`)
  return `${now.slice(0, start + open.length)}\n${generated}${now.slice(end)}`
}
