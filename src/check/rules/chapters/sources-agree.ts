import type { Place } from '../../../diagnostic.ts'
import type { ChapterList } from '../../../measured.ts'
import { formatTimestamp } from '../../../units/timestamp.ts'
import type { Rule } from '../../evidence.ts'
import { eachChapters, isShown, listName } from './chapter-findings.ts'

/** Seconds: people write whole ones, the audio has milliseconds. */
const tolerance = 1

const rule: Rule = {
  id: 'chapters/sources-agree',
  always: 'advice',
  scope: 'item',
  title: 'Chapters that are written in several places are the same',
  why: 'Apps read different ones of them: some the audio itself, some the notes, some the file that the feed names.',
  specs: ['https://podcasters.apple.com/support/5482'],
  covers: ['ch-embedded-agree'],
  example: {
    bad: {
      '001.md':
        'chapters: ["00:00 Intro", "0:03 The letter", "0:08 Farewell"]\n---\n0:00 Intro\n0:04 The reply\n0:08 Farewell\n',
    },
    good: {
      '001.md':
        'chapters: ["00:00 Intro", "0:03 The letter", "0:08 Farewell"]\n---\n0:00 Intro\n0:03 The letter\n0:08 Farewell\n',
    },
  },
  checkItem: eachChapters(function* (used, { entry, recording }) {
    for (const other of recording.chapters) {
      if (other === used || other.chapters.length === 0) continue
      const difference = differenceOf(used, other)
      if (difference === undefined) continue
      yield {
        place: difference.place,
        message: entry.words.either({
          folder: `the chapters differ from those in ${listName(used)}, which are published: ${difference.words}`,
          feed: `the times in the notes differ from the chapters of the episode: ${difference.words}`,
        }),
        help: entry.words.either({
          folder:
            'Make them the same, or remove these; `chapters: audio` or `chapters: notes` chooses which are published.',
          feed: 'Make them the same, or remove one of them.',
        }),
        related: [
          {
            place: difference.related,
            message: entry.words.either({ folder: 'published', feed: 'the chapter' }),
          },
        ],
      }
    }
  }),
}
export default rule

interface Difference {
  readonly place: Place
  readonly related: Place
  readonly words: string
}

/** The first of them. */
const differenceOf = (used: ChapterList, other: ChapterList): Difference | undefined => {
  const [ours, theirs] = [shownOf(used), shownOf(other)]
  for (const [at, theirOne] of theirs.entries()) {
    const ourOne = ours[at]
    if (ourOne === undefined) break
    if (ourOne.title === theirOne.title && Math.abs(ourOne.start - theirOne.start) < tolerance) continue
    return {
      place: other.at(theirOne.index),
      related: used.at(ourOne.index),
      words: `${told(theirOne)} here, ${told(ourOne)} there`,
    }
  }
  if (ours.length === theirs.length) return undefined
  return {
    place: other.place,
    related: used.place,
    words: `${theirs.length} here, ${ours.length} there`,
  }
}

interface Shown {
  readonly index: number
  readonly start: number
  readonly title: string
}

const shownOf = ({ chapters }: ChapterList): readonly Shown[] =>
  chapters
    .map((chapter, index) => ({ ...chapter, index, title: plain(chapter.title) }))
    .filter(isShown)
    .sort((a, b) => a.start - b.start)

const plain = (title = ''): string => title.normalize('NFC').replace(/\s+/g, ' ').trim()

const told = ({ start, title }: Shown): string => `"${formatTimestamp(start)} ${title}"`
