/** Which key of a site says what, worked out of all pages at once. What was guessed is said with how many files are for it. */

import { table } from '../fields/index.ts'
import { partsOfFile } from '../mapping/index.ts'
import type { Json } from '../table/field.ts'
import { folded } from '../table/table.ts'
import { folderOf } from '../units/file-name.ts'
import { files, type Guess } from './one-guess.ts'
import { personsGuess } from './persons.ts'
import { globOf, type Site, type SitePage } from './site.ts'

export interface Guessed {
  readonly content: readonly string[]
  readonly episodes: readonly SitePage[]
  readonly where: Json | undefined
  readonly whereWhy: string | undefined
  readonly fields: readonly Guess[]
  /** Whether bytes and duration are stated, so that nothing need be fetched. */
  readonly isGiven: boolean
  readonly drop: readonly string[]
}

const AUDIO = /\.(?:mp3|m4a|mp4|m4b|aac|ogg|oga|opus|wav|flac)(?:a?\?.*|a)?$/i

/** `enclosures`: addresses of the published feed. `up`: from the folder of show.md to the root of the site: `../`. */
export const guess = (site: Site, enclosures: readonly string[], up: string): Guessed | undefined => {
  const audio = audioKey(site.pages)
  const episodes =
    audio === undefined ? likelyEpisodes(site.pages) : site.pages.filter(page => hasText(page, audio))
  if (episodes.length === 0) return undefined
  const content = globOf(episodes.map(({ path }) => path))
  const folders = new Set(episodes.map(({ path }) => folderOf(path)))
  const beside = site.pages.filter(({ path }) => folders.has(folderOf(path)))
  const others = beside.length - episodes.length
  const keys = keysIn(episodes)
  const fields = [
    audio === undefined ? undefined : audioGuess(audio, episodes, site, enclosures),
    titleGuess(keys, episodes),
    dateGuess(keys, episodes, site),
    numberGuess(keys, episodes),
    ...plainGuesses(keys, episodes, audio),
    personsGuess(keys, episodes, site, up),
  ].filter(one => one !== undefined)
  // Where half of the files state them, or many the same, they were not measured: better measure them now.
  const isGiven = ['bytes', 'duration'].every(key =>
    fields.some(one => one.key === key && (one.count ?? 0) >= episodes.length * 0.9),
  )
  const isWanted = ({ key }: Guess): boolean => isGiven || (key !== 'bytes' && key !== 'duration')
  return {
    content,
    episodes,
    where: audio === undefined || others === 0 ? undefined : { [audio]: { blank: false } },
    whereWhy:
      others === 0 || audio === undefined
        ? undefined
        : `${others} of ${beside.length} files there ${others === 1 ? 'has' : 'have'} no \`${audio}\` and ${others === 1 ? 'is no episode' : 'are no episodes'}`,
    fields: fields.filter((one, i) => isWanted(one) && fields.findIndex(({ key }) => key === one.key) === i),
    isGiven,
    drop: ['audio', 'iframe', 'video'].filter(name => episodes.some(({ body }) => body.includes(`<${name}`))),
  }
}

const hasText = ({ texts }: SitePage, key: string): boolean => {
  const text = texts.get(key)
  return text !== undefined && text !== '' && text !== 'null' && text !== '~'
}

const keysIn = (pages: readonly SitePage[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const key of page.texts.keys()) if (hasText(page, key)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)
// ----------------------------------------------------------------------------------------------------- audio

/** The key under which most recordings are named; of two formats the one that every directory takes. */
const audioKey = (pages: readonly SitePage[]): string | undefined => {
  const scores = new Map<string, number>()
  for (const { texts } of pages)
    for (const [key, text] of texts) {
      const name = folded(lastOf(key))
      const isNamed =
        table.synonym('episode', lastOf(key)) === 'audio' ||
        /^(?:podcast|audio|mp3|episode)(?:file|url|link)$/.test(name)
      const isSound = AUDIO.test(text) && !/\s\S*\s\S*\s/.test(text)
      if (
        !isSound &&
        !(isNamed && /^[\w.-]{3,80}$/.test(text) && !/\.(?:jpe?g|png|webp|gif|svg|pdf)$/i.test(text))
      )
        continue
      const score = (isSound ? 2 : 0) + (isNamed ? 1 : 0) + (/mp3/i.test(`${key} ${text}`) ? 0.5 : 0)
      scores.set(key, (scores.get(key) ?? 0) + score)
    }
  const best = [...scores].sort(([, a], [, b]) => b - a)[0]
  return best !== undefined && best[1] >= 2 ? best[0] : undefined
}

/** Without audio of its own, a folder whose pages have a date or a number is one of episodes. */
const likelyEpisodes = (pages: readonly SitePage[]): readonly SitePage[] => {
  const byFolder = new Map<string, SitePage[]>()
  for (const page of pages) {
    const folder = folderOf(page.path)
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), page])
  }
  const score = ([folder, group]: readonly [string, readonly SitePage[]]): number =>
    group.length * (/episode|podcast|show|_posts/i.test(folder) ? 3 : 1)
  return (
    [...byFolder].filter(([, group]) => group.length > 1).sort((a, b) => score(b) - score(a))[0]?.[1] ?? []
  )
}

const audioGuess = (
  key: string,
  episodes: readonly SitePage[],
  site: Site,
  enclosures: readonly string[],
): Guess => {
  const values = episodes.map(page => page.texts.get(key)!)
  const addresses = values.filter(value => /^https?:\/\//i.test(value)).length
  const own = files(values.length, episodes.length)
  if (addresses > values.length / 2) return { key: 'audio', source: key, why: `an address ${own}` }
  const around = [
    ...enclosures,
    ...episodes.flatMap(({ body }) => body.match(/https?:\/\/[^\s"'()<>\]]+/g) ?? []),
  ]
  const counts = new Map<string, number>()
  for (const value of new Set(values)) {
    const found = around.find(
      address => address.includes(value) && AUDIO.test(address.slice(address.indexOf(value))),
    )
    if (found === undefined) continue
    const at = found.indexOf(value)
    const template = `${found.slice(0, at)}{${key}}${found.slice(at + value.length)}`
    counts.set(template, (counts.get(template) ?? 0) + 1)
  }
  const [template, count] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? []
  if (template !== undefined && count !== undefined)
    return {
      key: 'audio',
      source: template,
      why: `the address was found in ${enclosures.length > 0 ? 'the feed or ' : ''}the notes for ${count} of ${values.length} files`,
    }
  const prefix = [...site.configuration].find(
    ([name, text]) => /media|audio|cdn|enclosure|prefix|mp3/i.test(name) && /^https?:\/\/.*\/$/i.test(text),
  )
  const ending = values.some(value => AUDIO.test(value)) ? '' : '.mp3'
  if (prefix !== undefined)
    return {
      key: 'audio',
      source: `${prefix[1]}{${key}}${ending}`,
      why: `a name ${own}, behind \`${prefix[0]}\` of ${site.configurationFile}`,
    }
  return {
    key: 'audio',
    source: key,
    why: `a name ${own}; if it is not a file beside the episode, write the address in front: https://…/{${key}}${ending}`,
  }
}

// ---------------------------------------------------------------------------------------- title, date, number

const titleGuess = (keys: ReadonlyMap<string, number>, episodes: readonly SitePage[]): Guess | undefined => {
  const count = keys.get('title') ?? 0
  if (count >= episodes.length * 0.9) return undefined
  return {
    key: 'title',
    source: ['title', 'heading'],
    why: `\`title\` is ${files(count, episodes.length)}; else the first heading of the notes`,
  }
}

const DATES = [
  'publishdate',
  'pubdate',
  'publishedat',
  'published',
  'publishedon',
  'publicationdate',
  'releasedate',
  'date',
]

const dateGuess = (
  keys: ReadonlyMap<string, number>,
  episodes: readonly SitePage[],
  site: Site,
): Guess | undefined => {
  const named = [...keys].filter(([key]) => !key.includes('.') && DATES.includes(folded(key)))
  const isDate = (key: string): boolean =>
    episodes.filter(({ texts }) => /^\s*(?:\d{4}[-/]\d|\d{9,13}$|\w{3,9},? \d)/.test(texts.get(key) ?? ''))
      .length >
    (keys.get(key) ?? 0) / 2
  const sure = named
    .filter(([key]) => isDate(key))
    .sort(([a], [b]) => DATES.indexOf(folded(a)) - DATES.indexOf(folded(b)))
  const best = sure.toSorted(([, a], [, b]) => b - a)[0]
  const inName = episodes.filter(({ path }) => partsOfFile(path)['file.date'] !== undefined).length
  if (best === undefined)
    return inName === 0
      ? undefined
      : {
          key: 'date',
          source: 'file.date',
          why: `the day is in the file name ${files(inName, episodes.length)}`,
        }
  const [key, count] = best
  const isEpoch = episodes.every(({ texts }) => /^\d{12,13}$/.test(texts.get(key) ?? '000000000000'))
  const first = isEpoch ? { from: key, form: 'epoch ms' } : key
  const rest = [...sure.map(([one]) => one).filter(one => one !== key), ...(inName > 0 ? ['file.date'] : [])]
  if (!isEpoch && key === 'date' && rest.length === 0) return undefined
  if (
    site.preset !== undefined &&
    !isEpoch &&
    count === episodes.length &&
    rest.length === 0 &&
    key === 'date'
  )
    return undefined
  return {
    key: 'date',
    source: rest.length === 0 ? first : [first, ...rest],
    why: `\`${key}\` is ${files(count, episodes.length)}`,
  }
}

const numberGuess = (keys: ReadonlyMap<string, number>, episodes: readonly SitePage[]): Guess | undefined => {
  const names = ['episode', 'episodenumber', 'number', 'ep', 'episodeno', 'idx', 'no', 'num']
  const found = [...keys]
    .filter(([key]) => names.includes(folded(lastOf(key))))
    .sort(([, a], [, b]) => b - a)[0]
  if (found !== undefined) {
    const [key, count] = found
    const values = episodes.map(({ texts }) => texts.get(key) ?? '')
    const isPlain = values.every(value => value === '' || /^0*[1-9]\d{0,5}$/.test(value))
    const source = isPlain ? key : { from: key, match: '^\\D*0*([1-9]\\d*)' }
    return {
      key: 'episode',
      source,
      why: `${files(count, episodes.length)}${isPlain ? '' : '; some are not whole numbers from 1, and those episodes get none'}`,
    }
  }
  const inTitle = (pattern: RegExp): number =>
    episodes.filter(({ texts }) => pattern.test(texts.get('title') ?? '')).length
  const enough = episodes.length * 0.8
  if (inTitle(/S\d+E\d+/i) >= enough)
    return {
      key: 'episode',
      source: { from: 'title', match: '[Ss]\\d+[Ee]0*([1-9]\\d*)' },
      why: `from S01E02 in the title ${files(inTitle(/S\d+E\d+/i), episodes.length)}`,
    }
  if (inTitle(/#\d+/) >= enough)
    return {
      key: 'episode',
      source: { from: 'title', match: '#0*([1-9]\\d*)' },
      why: `from # and a number in the title ${files(inTitle(/#\d+/), episodes.length)}`,
    }
  const inName = episodes.filter(({ path }) => partsOfFile(path)['file.number'] !== undefined)
  const numbers = new Set(inName.map(({ path }) => partsOfFile(path)['file.number']))
  return inName.length >= enough && numbers.size === inName.length
    ? {
        key: 'episode',
        source: { from: 'file.number', match: '^0*([1-9]\\d*)' },
        why: `from the name of the file ${files(inName.length, episodes.length)}`,
      }
    : undefined
}

// ------------------------------------------------------------------------------------------------- the others

const BYTES = /^(?:podcast|audio|mp3|enclosure|file)?(?:length|size|filesize|bytes|lengthbytes)$/

/** Keys whose name says what they are. */
const plainGuesses = (
  keys: ReadonlyMap<string, number>,
  episodes: readonly SitePage[],
  audio: string | undefined,
): readonly Guess[] => {
  const guesses: Guess[] = []
  const add = (key: string, path: string, source: Json = path, more = ''): void => {
    if (guesses.every(one => one.key !== key))
      guesses.push({
        key,
        source,
        why: `${files(keys.get(path) ?? 0, episodes.length)}${more}`,
        count: keys.get(path) ?? 0,
      })
  }
  const folder = audio?.includes('.') ? audio.slice(0, audio.lastIndexOf('.') + 1) : ''
  const sorted = [...keys.keys()].sort(
    (a, b) =>
      Number(b.startsWith(folder)) - Number(a.startsWith(folder)) || (keys.get(b) ?? 0) - (keys.get(a) ?? 0),
  )
  const valuesOf = (path: string): readonly string[] => episodes.flatMap(({ texts }) => texts.get(path) || [])
  for (const path of sorted) {
    const name = folded(lastOf(path))
    const values = valuesOf(path)
    const of = table.synonym('episode', lastOf(path))
    if (BYTES.test(name) && values.every(value => /^[\d., ]{4,15}$/.test(value))) {
      if (new Set(values).size > values.length / 2) add('bytes', path, { from: path, form: 'bytes' })
    } else if (of === 'duration' && values.some(value => /\d/.test(value))) {
      const isMs = values.every(value => /^\d{6,9}$/.test(value))
      add('duration', path, isMs ? { from: path, form: 'ms' } : path, isMs ? '; in milliseconds' : '')
    } else if (of === 'guid' && name !== 'id' && new Set(values).size > values.length * 0.9) add('guid', path)
    else if (of === 'season' && values.every(value => /^\d{1,3}$/.test(value))) add('season', path)
    else if (
      of === 'explicit' &&
      values.every(value => /^(?:yes|no|true|false|clean|explicit)$/i.test(value))
    )
      add('explicit', path)
    else if (of === 'episodeType' && values.every(value => /^(?:full|trailer|bonus)$/i.test(value)))
      add('episodeType', path)
    else if (
      of === 'itunesTitle' ||
      (name === 'title' && path.includes('.') && path.startsWith(folder.split('.')[0] ?? '-'))
    )
      add('itunesTitle', path)
    else if (name === 'summary' || name === 'subtitle') add('summary', path)
    else if (of === 'description' && !path.includes('.')) add('description', path)
  }
  return guesses
}
