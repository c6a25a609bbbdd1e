import type { Finding } from '../../../diagnostic.ts'
import { quoted } from '../../../units/shell.ts'
import { beside, ffmpeg } from '../../command.ts'
import { type Evidence, type Item, oncePerEvidence, type Rule } from '../../evidence.ts'
import { audioIn, type MeasuredAudio } from '../../measured.ts'
import { agree, type Named, namesIndex } from './same-name.ts'

const rule: Rule = {
  id: 'audio/tags',
  covers: ['audio-not-empty-mismatch'],
  always: 'noticed',
  inFeeds: 'measured',
  title: 'The tags of an audio file name its episode and its show',
  why: 'Whoever downloads the file sees the tags instead of the feed. And when they name another episode, the wrong file may lie here.',
  specs: ['https://id3.org/id3v2.3.0#TIT2'],
  example: {
    bad: { '001.mp3': '!mp3 10 titled "Tide tables"' },
    good: { '001.mp3': '!mp3 10 titled "1 – The Lighthouse Keeper"' },
  },
  *check(evidence): Iterable<Finding> {
    const met = new Set<string>()
    for (const measured of audioIn(evidence)) {
      // The same file for another episode is a mistake of its own.
      if (!met.has(measured.file)) yield* disagreements(measured, evidence)
      met.add(measured.file)
    }
  },
}
export default rule

function* disagreements(measured: MeasuredAudio, evidence: Evidence): Iterable<Finding> {
  const { title, album } = measured.facts.tags ?? {}
  const { meta } = measured.item.entry
  const show = evidence.entry.meta.title
  const names = [meta.title, meta.itunesTitle].filter(name => name !== undefined)
  if (title !== undefined && names.length > 0 && !names.some(name => agree(title, name, show)))
    yield wrongTitle(measured, evidence, title, names[0]!)
  else if (album !== undefined && show !== undefined && !agree(album, show) && !isGeneric(album))
    yield {
      place: measured.at(),
      message: `the tag inside the file calls the show "${shortened(album)}" and not "${shortened(show)}", so listeners who download it see the wrong name`,
      help: `Correct the tag with ${retag(measured, 'album', show)}.`,
      related: [{ place: evidence.entry.at('title'), message: 'the name of the show' }],
    }
}

const wrongTitle = (measured: MeasuredAudio, evidence: Evidence, tag: string, title: string): Finding => {
  const { item } = measured
  const place = measured.at()
  // Who expects it has looked already.
  const isAllowed = [evidence.entry, item.entry].some(({ meta }) => meta.allow?.includes(rule.id))
  const other = isAllowed ? undefined : titlesOf(evidence).find(tag, one => one !== item)
  const message = `the title inside the file is "${shortened(tag)}", but the episode is "${shortened(title)}"`
  const here = { place: item.entry.at('title'), message: 'the title of this episode' }
  return other === undefined
    ? {
        place,
        message,
        help: `Check that this is the right file; if so, correct its tag with ${retag(measured, 'title', title)}.`,
        related: [here],
      }
    : {
        place,
        message: `${message}, so this may be the wrong recording`,
        help: 'Listen to the beginning, and swap the two files if they are mixed up.',
        related: [here, { place: other.entry.at('title'), message: 'the episode that the tag names' }],
      }
}

const titlesOf = oncePerEvidence((evidence: Evidence) =>
  namesIndex(
    evidence.items.flatMap((item): Named<Item>[] => {
      const { title } = item.entry.meta
      return title === undefined ? [] : [{ name: title, owner: item }]
    }),
    evidence.entry.meta.title,
  ),
)

/** What programs and people write who do not think of the show. */
const isGeneric = (album: string): boolean =>
  /^\W*(podcasts?|unknown( album)?|untitled|album|audio|default|various|n\/?a)?\W*$/i.test(album)

const retag = ({ file }: MeasuredAudio, key: string, value: string): string => {
  const out = beside(file, '.mp3')
  return `\`${ffmpeg(file, `-c copy -metadata ${key}=${quoted(value)}`, out)}\``
}

const LONG = 60
const shortened = (text: string): string =>
  text.length > LONG ? `${[...text].slice(0, LONG - 1).join('')}…` : text
