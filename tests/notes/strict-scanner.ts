/**
 * An independent judge of finished notes: knows a fixed grammar and nothing of the code that made them. It returns the
 * first offence, or undefined. Not a parser of HTML in general: whatever it cannot explain is an offence.
 */
const VOID = new Set(['br', 'hr', 'img'])
const ATTRIBUTES: Record<string, readonly string[]> = {
  a: ['href', 'title'],
  img: ['src', 'alt', 'title', 'width', 'height'],
  ol: ['start'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  time: ['datetime'],
}
const TAGS = new Set(
  `p br a ul ol li h1 h2 h3 h4 h5 h6 blockquote pre code em strong b i del s sub sup hr img table thead tbody tfoot tr
  th td caption details summary figure figcaption cite abbr kbd mark small span div time`.split(/\s+/),
)
const HREF = /^(?:https?:\/\/|mailto:|tel:)[\x21\x23-\x25\x27-\x3B\x3D\x3F-\x7E&]*$/
const SRC = /^https?:\/\/[\x21\x23-\x25\x27-\x3B\x3D\x3F-\x7E&]+$/
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF\r]/

export const offence = (html: string): string | undefined => {
  if (!html.isWellFormed() || FORBIDDEN.test(html)) return 'a character that XML forbids'
  if (html.endsWith('\n')) return 'a newline at the end'
  const open: string[] = []
  let rest = html
  while (rest !== '') {
    const text = /^[^<>]+/.exec(rest)?.[0]
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot);)/.test(text)) return `a bare ampersand in ${text.slice(0, 40)}`
      rest = rest.slice(text.length)
      continue
    }
    const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)>/.exec(rest)
    if (!tag) return `no tag: ${rest.slice(0, 40)}`
    const problem = judgeTag(tag[1] !== '', tag[2]!, tag[3]!, open)
    if (problem) return problem
    rest = rest.slice(tag[0].length)
  }
  return open.length > 0 ? `not closed: ${open.join(' ')}` : undefined
}

const judgeTag = (closes: boolean, name: string, attributes: string, open: string[]): string | undefined => {
  if (!TAGS.has(name)) return `a forbidden tag: ${name}`
  if (closes) return open.pop() === name && attributes === '' ? undefined : `a stray </${name}>`
  if (name === 'a' && open.includes('a')) return 'a link in a link'
  if (!VOID.has(name)) open.push(name)
  for (const [, key, value] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
    if (!ATTRIBUTES[name]?.includes(key!)) return `a forbidden attribute: ${name} ${key}`
    if (/&(?!(?:amp|lt|gt|quot);)/.test(value!)) return `a bare ampersand in ${key}`
    if (key === 'href' && !HREF.test(value!)) return `a bad link: ${value}`
    if (key === 'src' && !SRC.test(value!)) return `a bad image: ${value}`
  }
  if (name === 'a' && !attributes.includes(' href=')) return 'an anchor without a link'
  if (name === 'img' && !/ src=.* alt=/.test(attributes)) return 'an image without src or alt'
  return undefined
}
