import type { Example } from '../diagnostic.ts'

/** One file of a rule's example, as a reader understands it. */
export interface Shown {
  readonly file: string
  /** What is to be known about it, where that is not its text: `an MP3 of 10 seconds`. */
  readonly note?: string
  /** Its text, or the part of it that matters. */
  readonly lines?: readonly string[]
}

/** The files of an example, in words: see `Example` for the short form in which rules write them. */
export const shownExample = (example: Example): readonly Shown[] =>
  Object.entries(example).map(([file, text]) => {
    const [, order, words = ''] = /^!(\S+) ?([\s\S]*)$/.exec(text) ?? []
    return order === undefined ? written(file, text) : { file, ...ordered(order, words) }
  })

/** Files of the good show, whose example lists only what differs. */
const partial = new Set(['show.md', '001.md', '002.md'])

const written = (file: string, text: string): Shown => {
  if (!partial.has(file) || text.startsWith('---\n')) return { file, lines: linesOf(text) }
  const [head = '', ...body] = text.split(/^---\n/m)
  const fields = linesOf(head).map(line => line.replace(/^- (\w+)$/, '# there is no $1'))
  return { file, lines: ['---', ...fields, '---', ...(body.length === 0 ? [] : linesOf(body.join('---\n')))] }
}

const linesOf = (text: string): readonly string[] => text.replace(/\n$/, '').split('\n')

const ordered = (order: string, words: string): Omit<Shown, 'file'> => {
  switch (order) {
    case 'nothing':
      return { note: 'is not there' }
    case 'text':
      return { lines: linesOf(words) }
    case 'notes':
      return { note: 'its notes', lines: linesOf(words) }
    case 'latin1':
      return { note: 'saved in Latin-1, an encoding of the past', lines: linesOf(words) }
    case 'link':
      return { note: `is a link to ${words}` }
    case 'unreadable':
      return { note: 'may be read by nobody' }
    case 'many':
      return { note: 'stands in a folder of more files than the limit' }
    case 'deep':
      return { note: `holds lists within lists, ${words} deep` }
    case 'output':
      return { note: `the output folder is \`${words}\`` }
    case 'now':
      return { note: `the feed is built on ${words}` }
    default:
      return { note: bytes(order, words) }
  }
}

/** `!mp3 60 cut in half` → `an MP3 of 60 seconds, cut in half` */
const bytes = (kind: string, words: string): string => {
  const [size = '', ...more] = words.split(/\s+/).filter(Boolean)
  const name = `${/^[aehilmnorsx]/.test(kind) ? 'an' : 'a'} ${kind.toUpperCase()}`
  const pixels = /^(\d+)(?:x(\d+))?$/.exec(size)
  const measured =
    pixels === null
      ? [`${name} file`, ...(size === '' ? [] : [size])]
      : pictures.has(kind)
        ? [`${name} of ${pixels[1]} × ${pixels[2] ?? pixels[1]} pixels`]
        : [`${name} of ${size} seconds`]
  return [...measured, ...(more.length === 0 ? [] : [more.join(' ')])].join(', ')
}

const pictures = new Set(['jpeg', 'png', 'webp', 'gif', 'svg', 'avif', 'heic', 'tiff', 'bmp'])
