/** What Markdown has no marks for, and may hold as HTML: H₂O, a picture of a given size, a figure. */

/** As much of an element, read from HTML, as is looked at here. */
interface Element {
  readonly tagName: string
  readonly children: readonly { readonly position?: Position | undefined }[]
  readonly position?: Position | undefined
}

/** Counted in UTF-16 units from the beginning of the HTML. */
interface Position {
  readonly start: { readonly offset?: number | undefined }
  readonly end: { readonly offset?: number | undefined }
}

/** In a line: Markdown goes on inside of them. */
const inLine = [
  'abbr',
  'bdi',
  'bdo',
  'cite',
  'kbd',
  'mark',
  'q',
  'rp',
  'rt',
  'ruby',
  'small',
  'sub',
  'sup',
  'time',
]

interface Kind {
  /** Of its HTML. */
  readonly isMeant: (html: string) => boolean
  readonly isBlock: boolean
}

/** All of what is inside of them stays HTML. */
const wholes: Readonly<Record<string, Kind>> = {
  details: { isMeant: () => true, isBlock: true },
  figure: { isMeant: () => true, isBlock: true },
  img: { isMeant: html => /\s(?:width|height)=/i.test(html), isBlock: false },
  table: { isMeant: html => /\s(?:col|row)span=|<caption[\s>]/i.test(html), isBlock: true },
}

/** The names of all of them. */
export const keptTags: readonly string[] = [...inLine, ...Object.keys(wholes)]

const tags = new RegExp(`<(?:${keptTags.join('|')})[\\s>]`, 'i')

export const mayBeKept = (html: string): boolean => tags.test(html)

/** A piece of HTML, for mdast. `hName`: hast-util-to-mdast takes what says so for a part of a paragraph. */
export interface KeptHtml {
  readonly type: 'html'
  readonly value: string
  readonly isBlock?: true
  readonly data?: { readonly hName: 'span' }
}

/** `html`: what the element was read from; `inside`: what comes of its children. Undefined where Markdown has marks for it. */
export const keptAsHtml = <Inside>(
  html: string,
  node: Element,
  inside: () => readonly Inside[],
): readonly (KeptHtml | Inside)[] | undefined => {
  const { start, end } = node.position ?? {}
  const kind = Object.hasOwn(wholes, node.tagName) ? wholes[node.tagName] : undefined
  const whole = html.slice(start?.offset, end?.offset)
  if (kind !== undefined)
    return kind.isMeant(whole)
      ? [kind.isBlock ? { type: 'html', value: packed(whole), isBlock: true } : inParagraph(whole)]
      : undefined
  const first = node.children[0]?.position?.start.offset
  if (first === undefined) return [inParagraph(whole)]
  return [inParagraph(html.slice(start?.offset, first)), ...inside(), inParagraph(`</${node.tagName}>`)]
}

const inParagraph = (value: string): KeptHtml => ({ type: 'html', value, data: { hName: 'span' } })

/** Without the blank lines and the indentation that would end HTML in Markdown. What is preformatted keeps its own. */
export const packed = (html: string): string =>
  html
    .split(/(<pre[\s>][\s\S]*?<\/pre>)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/\s*\n\s*/g, '\n')))
    .join('')
