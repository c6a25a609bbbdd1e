import { type Diagnostic, diagnose, type Place } from '../diagnostic.ts'
import { listed } from '../units/text.ts'
import siteKey from './rules/site-key.ts'

/** A key of another program, such as a site generator. */
export interface ForeignKey {
  readonly key: string
  readonly place: Place
}

/** So many keys are named. */
const NAMED = 6

/** One note for all of them: a site made of the same files has the same keys in each. */
export const noteForeignKeys = (found: readonly ForeignKey[]): readonly Diagnostic[] => {
  const [first] = found
  if (first === undefined) return []
  const keys = [...new Set(found.map(({ key }) => key))]
  const files = new Set(found.map(({ place }) => place.file)).size
  const where = files === 1 ? '' : ` (in ${files} files)`
  const rest =
    keys.length === 1
      ? `is not a field that build-feed uses${where}, so it changes nothing in the feed`
      : `are not fields that build-feed uses${where}, so they change nothing in the feed`
  return [
    diagnose(siteKey, {
      place: first.place,
      message: `${quotedKeys(keys)} ${rest}`,
      help: 'Keep them if your web site is made from the same files; otherwise remove them.',
    }),
  ]
}

/** One note for each file. */
export const noteForeignKeysOfEach = (found: readonly ForeignKey[]): readonly Diagnostic[] =>
  [...new Set(found.map(({ place }) => place.file))].flatMap(file =>
    noteForeignKeys(found.filter(({ place }) => place.file === file)),
  )

const quotedKeys = (keys: readonly string[]): string => {
  const named = keys.slice(0, NAMED).map(key => `"${key}"`)
  const more = keys.length - named.length
  return listed(more > 0 ? [...named, `${more} more key${more === 1 ? '' : 's'}`] : named)
}
