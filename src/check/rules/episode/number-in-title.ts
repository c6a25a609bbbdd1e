/** A number at the head or the end of a title, which belongs in a tag of its own. */

export interface TitleNumber {
  /** As written: `Ep. 12:`. */
  readonly mark: string
  readonly season?: number
  readonly episode?: number
  /** The title without it; empty when nothing else is there. */
  readonly rest: string
}

const SEPARATOR = String.raw`[\s:.,|–—-]`
/** `Episode 12`, `Ep. 12`, `Folge 12`, `#12`, `S2E3`, `S02 E03`, `2x03`. Every part is bounded. */
const EPISODE = String.raw`(?:(?:episode|epis[oó]dio|episodio|épisode|ep|folge|aflevering|avsnitt|odcinek)\.?\s{0,2}#?|#)(?<episode>\d{1,4})`
const PAIR = String.raw`s(?:eason)?\s{0,2}(?<season>\d{1,2})\s{0,2}[,:]?\s{0,2}e(?:p(?:isode)?)?\.?\s{0,2}(?<episode>\d{1,4})`
const HEAD = [PAIR, EPISODE].map(
  form => new RegExp(String.raw`^[\[(]?${form}(?![\p{L}\p{N}])[\])]?${SEPARATOR}{0,3}`, 'iu'),
)
/** `012 - The title`: a number like any other, unless the episode has this very number. */
const BARE = /^0{0,3}(?<episode>\d{1,4})\s{0,2}[:.|–—-]\s{1,3}/u
const TAIL = [PAIR, EPISODE].map(form => new RegExp(String.raw`[\s:.,|–—-][\[(]?${form}[\])]?$`, 'iu'))

/** `known` is the number that the episode has: "#1 mistake" is no number of the third one. */
export const titleNumber = (title: string, known: number | undefined): TitleNumber | undefined => {
  if (!/\d/.test(title)) return undefined
  const bare = BARE.exec(title)
  if (bare && Number(bare.groups?.episode) === known) return numberOf(bare, title.slice(bare[0].length))
  const found = markedNumber(title)
  const isAmbiguous = found?.mark.startsWith('#') && known !== undefined && found.episode !== known
  return isAmbiguous ? undefined : found
}

const markedNumber = (title: string): TitleNumber | undefined => {
  for (const form of HEAD) {
    const found = form.exec(title)
    if (found) return numberOf(found, title.slice(found[0].length))
  }
  // A long title is not searched as a whole: what is sought stands in its last characters.
  const start = Math.max(0, title.length - 30)
  for (const form of TAIL) {
    const found = form.exec(title.slice(start))
    if (found) return numberOf(found, title.slice(0, start + found.index))
  }
  return undefined
}

const numberOf = (found: RegExpExecArray, rest: string): TitleNumber => {
  const { season, episode } = found.groups ?? {}
  return {
    mark: found[0].trim().replace(/(?<![\s:.,|–—-])[\s:.,|–—-]+$/, ''),
    ...(season === undefined ? {} : { season: Number(season) }),
    ...(episode === undefined ? {} : { episode: Number(episode) }),
    rest: rest.replace(/[\s:.,|–—-]{1,9}$/, '').trim(),
  }
}
