import type { Example } from '../diagnostic.ts'
import { unpublishable } from '../units/host.ts'

/** One file of a rule's example, as a reader understands it. */
export interface Shown {
  /** Undefined for what is no file of the show, such as the day of the build. */
  readonly file?: string
  /** What is to be known about it, where that is not its text: `an MP3 of 10 seconds`. */
  readonly note?: string
  /** Its text, or the part of it that matters. */
  readonly lines?: readonly string[]
}

/** The files of an example, in words: see `Example` for the short form in which rules write them. */
export const shownExample = (example: Example): readonly Shown[] =>
  Object.entries(example).map(([file, text]) => {
    if (file === 'feed.xml') return feed(text)
    const times = /^https?:/.test(file) ? text.split('; later ') : []
    if (times.length > 1) return { file, note: times.map(noteOf).join('; later ') }
    const [, order, words = ''] = /^!(\S+) ?([\s\S]*)$/.exec(text) ?? []
    if (order === undefined) return written(file, text)
    return circumstance(order, words) ?? { file, ...ordered(order, words) }
  })

const noteOf = (text: string): string => {
  const [, order = '', words = ''] = /^!(\S+) ?([\s\S]*)$/.exec(text) ?? []
  return ordered(order, words).note ?? ''
}

/** A feed, of which the example lists only the elements that differ from a good one. */
const feed = (text: string): Shown => {
  const file = 'feed.xml'
  const [, order = '', words = text] = /^!(\S+) ?([\s\S]*)$/.exec(text) ?? []
  const lines = linesOf(words).map(line => line.replace(/^- (.+)$/, '<!-- there is no $1 -->'))
  switch (order) {
    case 'whole':
      return { file, note: 'the whole file', lines }
    case 'latin1':
      return { file, note: 'saved in Latin-1, an encoding of the past', lines }
    case 'late':
      return { file, note: 'behind the last item', lines }
    case 'after':
      return words === ''
        ? { file, note: 'nothing follows </channel>' }
        : { file, note: 'behind </channel>', lines }
    case 'deep':
      return { file, note: `tags within tags, ${words} deep` }
    case 'padded':
      return { file, note: `a feed of ${grouped(words)} bytes` }
    default:
      return words === '' ? { file, note: 'as it should be' } : { file, lines }
  }
}

const grouped = (digits: string): string => Number(digits).toLocaleString('en')

/** Files of the good show, whose example lists only what differs. */
const partial = new Set(['show.md', '001.md', '002.md'])

const written = (file: string, text: string): Shown => {
  if (!partial.has(file) || text.startsWith('---\n')) return { file, lines: linesOf(text) }
  const [head = '', ...body] = text.split(/^---\n/m)
  const fields = linesOf(head).map(line => line.replace(/^- (\w+)$/, '# there is no $1'))
  return { file, lines: ['---', ...fields, '---', ...(body.length === 0 ? [] : linesOf(body.join('---\n')))] }
}

const linesOf = (text: string): readonly string[] => unpublishable(text).replace(/\n$/, '').split('\n')

const circumstance = (order: string, words: string): Shown | undefined =>
  order === 'output'
    ? { note: `the output folder is ${words}` }
    : order === 'now'
      ? { note: `the feed is built on ${words}` }
      : order === 'frozen'
        ? { note: 'built with `--frozen`' }
        : order === 'network'
          ? { note: 'other recordings have taken all that one build may read from the network' }
          : undefined

const ordered = (order: string, words: string): Omit<Shown, 'file'> => {
  switch (order) {
    case 'nothing':
      return { note: 'is not there' }
    case 'changing':
      return { note: 'another program is still writing to it while the show is built' }
    case 'text':
      return { lines: linesOf(words) }
    case 'notes':
      return { note: 'its notes', lines: linesOf(words) }
    case 'latin1':
      return { note: 'saved in Latin-1, an encoding of the past', lines: linesOf(words) }
    case 'link':
      return { note: `is a link to ${words}` }
    case 'built':
      return { note: ['as a build of the good show has left it', words].filter(Boolean).join(', ') }
    case 'missing':
      return { note: `is not there, ${words}` }
    case 'unreadable':
      return { note: 'may be read by nobody' }
    case 'many':
      return { note: 'is in a folder of more files than the limit' }
    case 'status':
      return { note: `answers ${words}` }
    case 'redirect':
      return { note: `leads to ${words}` }
    case 'deep':
      return { note: `holds lists within lists, ${words} deep` }
    case 'described':
      return { note: `its description has ${grouped(words)} characters` }
    case 'words':
      return { note: `its notes have ${grouped(words)} characters` }
    case 'footnotes':
      return { note: `its notes have ${grouped(words)} footnotes` }
    default:
      return { note: bytes(order, words) }
  }
}

/** `!mp3 60 cut in half` → `an MP3 of 60 seconds, cut in half` */
const bytes = (kind: string, words: string): string => {
  const [, width, height = width, more = ''] = /^(\d+)?(?:x(\d+))? ?(.*)$/s.exec(words) ?? []
  const name = `${spelled.test(kind) ? 'an' : 'a'} ${kind.toUpperCase()}`
  const size =
    width === undefined
      ? `${name} file`
      : pictures.has(kind)
        ? `${name} of ${width} × ${height} pixels`
        : `${name} of ${width} ${width === '1' ? 'second' : 'seconds'}`
  return more === '' ? size : `${size}, ${more}`
}

/** Said letter by letter, the first one with a vowel. */
const spelled = /^(?:mp|m4|aac|ogg|opus|aif)/

const pictures = new Set(['jpeg', 'png', 'webp', 'gif', 'svg', 'avif', 'heic', 'tiff', 'bmp'])
