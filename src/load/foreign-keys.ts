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
      ? `means nothing to build-feed${where}, and is left to the program that it is for`
      : `mean nothing to build-feed${where}, and are left to the program that they are for`
  return [
    diagnose(siteKey, {
      place: first.place,
      message: `${quotedKeys(keys)} ${rest}`,
      help: 'Leave them when a site is made of the same files; else remove them.',
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
