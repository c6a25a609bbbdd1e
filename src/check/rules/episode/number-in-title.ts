/** A number at the head or the end of a title, which belongs in a tag of its own. */

export interface TitleNumber {
  /** As written: `Ep. 12:`. */
  readonly mark: string
  readonly season?: number
  readonly episode?: number
  /** The title without it; empty when nothing else is there, or nothing that is a title. */
  readonly rest: string
  /** Whether what is left does not end, or begin, without the number. */
  readonly isInSentence: boolean
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

/**
 * Words with which no title ends, and small ones with which none goes on: what stands there with a number is one sentence, such as
 * "Thoughts on Episode 5", and what is left without the number is no title.
 */
const GOES_ON = new Set(
  (
    'of to on in for from with about at by and or the a an before after behind until since during into vs & + ' +
    'von vom zu zum zur über für aus mit bei nach vor hinter und oder der das dem den des im am an auf ' +
    'de du des à au aux pour sur avec dans après avant et ou le la les un une ' +
    'del al en para por con sobre y o el los las da dos das em na com e ' +
    'di della dello su per tra il lo gli van voor over met op uit het een av om med på till och från z ze dla po'
  ).split(' '),
)
const FOLLOWS = /^(?:of|and|is|was|has|von|und|ist|de|du|et|est|del|y|es|di|van|en|av|och|är)\s/

/** `known` is the number that the episode has: "#1 mistake" is no number of the third one. */
export const titleNumber = (title: string, known: number | undefined): TitleNumber | undefined => {
  if (!/\d/.test(title)) return undefined
  const bare = BARE.exec(title)
  if (bare && Number(bare.groups?.episode) === known) return numberOf(bare, title.slice(bare[0].length))
  const found = markedNumber(title)
  if (found === undefined || found.episode === known) return found
  // The number of another one, of which this one may tell.
  const isOther = found.isInSentence || (found.mark.startsWith('#') && known !== undefined)
  return isOther ? undefined : found
}

const markedNumber = (title: string): TitleNumber | undefined => {
  for (const form of HEAD) {
    const found = form.exec(title)
    if (!found) continue
    const rest = title.slice(found[0].length)
    return numberOf(found, rest, /[\p{L}\p{N}]\s+$/u.test(found[0]) && FOLLOWS.test(rest))
  }
  // A long title is not searched as a whole: what is sought stands in its last characters.
  const start = Math.max(0, title.length - 30)
  for (const form of TAIL) {
    const found = form.exec(title.slice(start))
    if (!found) continue
    const rest = title.slice(0, start + found.index)
    return numberOf(found, rest, /^\s[^\s[(]/.test(found[0]) && GOES_ON.has(lastWord(rest)))
  }
  return undefined
}

const lastWord = (text: string): string => /[^\s]{1,20}$/.exec(text.slice(-20))?.[0].toLowerCase() ?? ''

const numberOf = (found: RegExpExecArray, rest: string, isInSentence = false): TitleNumber => {
  const { season, episode } = found.groups ?? {}
  return {
    mark: found[0].trim().replace(/(?<![\s:.,|–—-])[\s:.,|–—-]+$/, ''),
    ...(season === undefined ? {} : { season: Number(season) }),
    ...(episode === undefined ? {} : { episode: Number(episode) }),
    isInSentence,
    rest: isInSentence ? '' : rest.replace(/[\s:.,|–—-]{1,9}$/, '').trim(),
  }
}
