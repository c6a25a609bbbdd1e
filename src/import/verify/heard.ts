/** What a reader of feeds that is not ours hears of one: texts as they stand, by what they are about. */

export interface Heard {
  readonly reader: string
  readonly show: HeardParts
  /** In the order of the feed. */
  readonly items: readonly HeardParts[]
}

/** Several where there are several elements; of an element with attributes, `name=value` pairs on lines of their own. */
export type HeardParts = ReadonlyMap<string, readonly string[]>

/** An element as every reader of XML has it. */
export interface HeardElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly HeardElement[]
}

const single: readonly string[] = [
  ...['title', 'link', 'description', 'content:encoded', 'pubDate', 'language', 'copyright', 'guid'],
  ...['itunes:duration', 'itunes:season', 'itunes:episode', 'itunes:episodeType', 'itunes:explicit'],
  ...['itunes:author', 'itunes:subtitle', 'itunes:summary', 'itunes:type', 'podcast:guid'],
]

/** The elements of a channel or an item. Of one that may be there once, the first that says something counts. */
export const partsOf = (elements: readonly HeardElement[]): HeardParts => {
  const parts = new Map<string, string[]>()
  const add = (key: string, value: string): void => void parts.set(key, [...(parts.get(key) ?? []), value])
  const recording = recordingIn(elements)
  for (const element of elements) {
    const { name, attributes, text } = element
    if (single.includes(name)) {
      if (text.trim() !== '' && !parts.has(name)) add(name, text)
    } else if (name === 'itunes:image' && !parts.has(name)) {
      const picture = attributes.href ?? attributes.url ?? text.trim()
      if (picture !== '') add(name, picture)
    } else if (element === recording)
      for (const key of ['url', 'length', 'type']) add(`enclosure.${key}`, attributes[key] ?? '')
    else if (name === 'itunes:category')
      for (const one of [element, ...element.children]) add('itunes:category', one.attributes.text ?? '')
    else if (name.startsWith('podcast:') || name.startsWith('psc:')) add(name, signatureOf(element))
    if (name === 'guid' && text.trim() !== '' && !parts.has('isPermaLink'))
      add('isPermaLink', attributes.isPermaLink ?? '')
  }
  return parts
}

/** The first that says where it is, and is no picture where another one is none. */
const recordingIn = (elements: readonly HeardElement[]): HeardElement | undefined => {
  const all = elements.filter(({ name, attributes }) => name === 'enclosure' && attributes.url?.trim())
  return all.find(({ attributes }) => !/^\s*image\//i.test(attributes.type ?? '')) ?? all[0]
}

/** All that an element says, whatever the order of its attributes. */
const signatureOf = ({ name, attributes, text, children }: HeardElement): string =>
  [
    name,
    ...Object.entries(attributes)
      .filter(([key]) => !key.startsWith('xmlns'))
      .map(([key, value]) => `@${key}=${value.trim()}`)
      .sort(),
    ...(text.trim() === '' ? [] : [`=${text.trim()}`]),
    ...children.map(child => `(${signatureOf(child)})`),
  ].join('\n')
