import { characterCount } from '../../../units/character-count.ts'
import { removeForbidden } from '../../../units/text.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { type WrittenValue, writtenValues } from './written-values.ts'

/** Characters, by field and by key within it; '' is the value itself. */
const limits: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  funding: { text: 128 },
  persons: { name: 128 },
  locations: { name: 128 },
  trailers: { title: 128 },
  license: { name: 128 },
  soundbites: { title: 128 },
  seasonName: { '': 128 },
  episodeDisplay: { '': 32 },
  alternateEnclosures: { title: 32, rel: 32 },
  updateFrequency: { text: 128 },
  txt: { value: 4000, purpose: 128 },
  images: { purpose: 128 },
}

const fields = [
  'funding',
  'persons',
  'locations',
  'trailers',
  'license',
  'soundbites',
  'seasonName',
  'episodeDisplay',
  'alternateEnclosures',
  'updateFrequency',
  'txt',
  'images',
] as const

const rule: Rule = {
  id: 'podcast/text-length',
  inherits: 'value',
  scope: 'item',
  title: 'Texts in podcast tags keep to their length',
  why: 'The namespace limits names and labels to 128 characters, the shortest to 32, so that apps can show them.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md'],
  askedBy: { podcastindex: 'ignores', psp1: 'requires' },
  covers: ['show-funding-url', 'show-podcast-txt-limits', 'ep-person-names', 'ep-podcast-season-name'],
  example: {
    bad: { '001.md': 'episodeDisplay: The interlude that we recorded on the ferry' },
    good: { '001.md': 'episodeDisplay: Interlude' },
  },
  ...eachEntry(function* (entry) {
    for (const one of writtenValues(entry, ...fields))
      for (const [key, limit] of Object.entries(limits[fieldOf(one)] ?? {})) {
        const text = textOf(one.value, key)
        if (text === undefined || (text.length <= limit && removeForbidden(text).trim() !== '')) continue
        const count = characterCount(text)
        const name = key === '' ? one.name() : one.name(key)
        if (count > limit)
          yield {
            place: key === '' ? one.at() : one.at(key),
            message: `${name} has ${count.toLocaleString('en')} characters, and apps cut off what is longer than ${limit.toLocaleString('en')}`,
            help: `Shorten it to ${limit.toLocaleString('en')} characters, such as "${firstWords(text, Math.min(limit, 40))}".`,
          }
        else if (removeForbidden(text).trim() === '')
          yield {
            place: key === '' ? one.at() : one.at(key),
            message: `${name} holds only invisible characters, so apps show nothing`,
            help: 'Type it again.',
          }
      }
  }),
}
export default rule

/** Cut where a word ends, if there is more than one. */
const firstWords = (text: string, most: number): string => {
  const start = text.slice(0, most + 1)
  return (/^(.+)\s/s.exec(start)?.[1] ?? start.slice(0, most)).trim()
}

/** The last name in the path: `persons` of `['liveItems', 0, 'persons', 1]`. */
const fieldOf = ({ path }: WrittenValue<unknown>): string =>
  String(path.findLast(step => typeof step === 'string'))

const textOf = (value: unknown, key: string): string | undefined => {
  const text = key === '' ? value : (value as Readonly<Record<string, unknown>>)[key]
  return typeof text === 'string' ? text : undefined
}
