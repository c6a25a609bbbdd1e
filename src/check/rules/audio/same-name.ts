import { comparedTitleCharacters, titlesOfAWord } from '../../../limits.ts'

/** Whether two names mean the same: people shorten, number and decorate titles, and tags cut them. */

/**
 * Leniently: case, accents, punctuation, white space, numbers and the name of the show do not count;
 * one may be part of the other, and half of the words in common will do. A name of which nothing is left is no other name.
 */
export const agree = (tag: string, name: string, show = ''): boolean =>
  agreeing(essenceOf(tag, show), essenceOf(name, show))

/** What of a name counts. */
interface Essence {
  readonly joined: string
  readonly words: ReadonlySet<string>
}

const essenceOf = (name: string, show = ''): Essence => {
  const words = wordsOf(name.slice(0, comparedTitleCharacters), show)
  return { joined: words.join(''), words: new Set(words) }
}

const agreeing = (a: Essence, b: Essence): boolean => {
  if (a.joined.includes(b.joined) || b.joined.includes(a.joined)) return true
  let common = 0
  for (const word of a.words) if (b.words.has(word)) common++
  return common > 0 && common >= Math.min(a.words.size, b.words.size) / 2
}

export interface Named<Owner> {
  readonly name: string
  readonly owner: Owner
}

export interface NamesIndex<Owner> {
  /** The first of those that are wanted whose name means the same as the tag. */
  readonly find: (tag: string, isWanted: (owner: Owner) => boolean) => Owner | undefined
}

/**
 * When the tags of ten thousand episodes are wrong, each cannot be held against ten thousand titles: it is held against those that
 * are spelled the same, and those that share one of its rarer words. What stands in more titles tells none of them from the others.
 */
export const namesIndex = <Owner>(names: readonly Named<Owner>[], show = ''): NamesIndex<Owner> => {
  const known = names.map(({ name, owner }) => ({ owner, essence: essenceOf(name, show) }))
  const places = new Map<string, number[]>()
  const put = (key: string, at: number): void => {
    const others = places.get(key)
    if (others === undefined) places.set(key, [at])
    else if (others.length <= titlesOfAWord) others.push(at)
  }
  for (const [at, { essence }] of known.entries()) {
    put(`=${essence.joined}`, at)
    for (const word of essence.words) put(word, at)
  }
  return {
    find: (tag, isWanted) => {
      const tagged = essenceOf(tag, show)
      const near = [...tagged.words].flatMap(word => {
        const found = places.get(word) ?? []
        return found.length <= titlesOfAWord ? found : []
      })
      near.push(...(places.get(`=${tagged.joined}`) ?? []))
      return [...new Set(near)]
        .sort((a, b) => a - b)
        .map(at => known[at]!)
        .find(({ owner, essence }) => isWanted(owner) && agreeing(tagged, essence))?.owner
    },
  }
}

const wordsOf = (name: string, show: string): readonly string[] => {
  const all = split(name)
  const ofShow = new Set(split(show))
  const own = all.filter(word => !ofShow.has(word))
  return own.length > 0 ? own : all
}

const split = (text: string): readonly string[] =>
  (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .match(/\p{L}+/gu) ?? []
  ).filter(word => !FILLERS.has(word))

/** Words around a number, and words that names share by chance. */
const FILLERS: ReadonlySet<string> = new Set(
  'episode ep eps folge épisode season staffel part teil the a an and und et y of mp track audio untitled final mix master'.split(
    ' ',
  ),
)
