/** Who speaks: by name in the pages, or by short words that stand for people in another file of the site. */

import type { WrittenMap } from '../load/index.ts'
import type { Json } from '../table/field.ts'
import { folderOf, nameOf, withoutEnding } from '../units/file-name.ts'
import { files, type Guess } from './one-guess.ts'
import type { Site, SitePage } from './site.ts'

/** Keys that name people, and the role that they have then. */
const groups = [
  { names: ['hosts', 'host', 'speakers', 'authors'], role: undefined },
  { names: ['guests', 'guest'], role: 'guest' },
] as const

export const personsGuess = (
  keys: ReadonlyMap<string, number>,
  episodes: readonly SitePage[],
  site: Site,
  up: string,
): Guess | undefined => {
  const all = [...new Set(episodes.flatMap(({ data }) => Object.keys(data)))]
  const found = groups.flatMap(({ names, role }) => {
    const key = all.find(one => names.includes(one.toLowerCase() as never))
    if (key === undefined) return []
    const values = episodes.flatMap(({ data }) => data[key] ?? [])
    const source = sourceOf(key, values, site, up)
    if (source === undefined) return []
    const each = role === undefined ? source.each : { ...source.each, role: { value: role } }
    const why = `\`${key}\` ${files(keys.get(key) ?? values.length, episodes.length)}${source.why}`
    return [{ source: { ...source.from, each }, why }]
  })
  const [only] = found
  if (only === undefined) return undefined
  const sources = found.map(({ source }) => source)
  return {
    key: 'persons',
    source: sources.length === 1 ? only.source : { all: sources },
    why: found.map(({ why }) => why).join(', '),
  }
}

interface Source {
  readonly from: Record<string, Json>
  readonly each: Record<string, Json>
  /** Behind how many files have it. */
  readonly why: string
}

const partsOfMap = (nameKeys: readonly string[]): Record<string, Json> => ({
  name: [...nameKeys],
  href: ['url', 'link', 'website', 'href'].map(from => ({ from, match: '^https?://[^\\s]+$' })),
})

const sourceOf = (
  key: string,
  values: readonly WrittenMap[string][],
  site: Site,
  up: string,
): Source | undefined => {
  const items = values.flatMap(value => (Array.isArray(value) ? value : [value]))
  if (items.some(item => typeof item === 'object' && !Array.isArray(item)))
    return { from: { from: key }, each: partsOfMap(['name', 'title']), why: '' }
  const texts = items.filter(item => typeof item === 'string').filter(text => text.trim() !== '')
  const isList = texts.some(text => text.includes(','))
  const words = isList ? texts.flatMap(text => text.split(',')).map(text => text.trim()) : texts
  if (words.length === 0) return undefined
  const from = { from: key, ...(isList ? { form: 'comma list' } : {}) }
  if (words.filter(isName).length >= words.length / 2) return { from, each: { name: '.' }, why: '' }
  const people = peopleOf(words, site)
  return (
    people && {
      from: { ...from, data: up + people.data },
      each: partsOfMap(['name', 'title']),
      why: `; ${people.count} of ${new Set(words).size} stand in ${people.data}`,
    }
  )
}

/** A short word without a space or a capital stands for somebody. */
const isName = (text: string): boolean => /\s|\p{Lu}/u.test(text)

interface People {
  /** From the root of the site: a file, or a file each. */
  readonly data: string
  /** How many of the words it knows. */
  readonly count: number
}

/** Where most of these words are known. */
const peopleOf = (words: readonly string[], site: Site): People | undefined => {
  const asked = new Set(words)
  const best = [...foldersOf(asked, site), ...filesOfPeople(asked, site)].reduce<People | undefined>(
    (one, other) => (one !== undefined && one.count >= other.count ? one : other),
    undefined,
  )
  return best !== undefined && best.count >= asked.size / 2 ? best : undefined
}

/** `content/people/{id}.md` */
const foldersOf = (asked: ReadonlySet<string>, { files }: Site): readonly People[] => {
  const counts = new Map<string, number>()
  for (const path of files) {
    const name = nameOf(path)
    const stem = withoutEnding(name)
    if (!asked.has(stem) || !/\.(?:md|markdown|ya?ml|json|toml)$/i.test(name)) continue
    const data = `${folderOf(path)}{id}${name.slice(stem.length)}`
    counts.set(data, (counts.get(data) ?? 0) + 1)
  }
  return [...counts].map(([data, count]) => ({ data, count }))
}

const peopleFile =
  /(?:^|\/)_?(?:authors?|people|persons?|hosts?|guests?|team|members?|speakers?|contributors?)\.(?:ya?ml|json|toml)$/i

/** `_data/authors.yml` */
const filesOfPeople = (asked: ReadonlySet<string>, { files, dataOf }: Site): readonly People[] =>
  [...files]
    .filter(path => peopleFile.test(path))
    .map(data => {
      const known = dataOf(data)
      return { data, count: [...asked].filter(word => Object.hasOwn(known, word)).length }
    })
