/**
 * feed's only door. The library gives RSS 2.0 its frame; the field table gives the elements.
 * Its traps are fenced here, and each fence has a test of that name in tests/feed-traps.test.ts:
 * `&`, `<` and `>` in attributes are written raw; text is "desanitised"; only the first `]]>` of a text is split; control
 * characters pass; absent values print "undefined"; lastBuildDate defaults to the clock; channel elements stand after the items.
 */

import { type Extension, Feed, type Item } from 'feed'
import { type Episode, type Show, table } from '../fields/index.ts'
import type { Element } from '../table/element.ts'
import { declaredFor } from '../table/namespaces.ts'
import { removeForbidden } from '../units/text.ts'

export const renderFeed = (show: Show, episodes: readonly Episode[]): string => {
  const channel = table.write('show', show)
  const items = episodes.map(episode => table.write('episode', episode))
  const foreign = Object.assign({}, ...[show, ...episodes].map(({ extra }) => extra?.namespaces ?? {}))
  const declared = { ...declaredFor(prefixesIn([channel, ...items].flat())), ...foreign }
  const parts = [head(show, channel, declared), extraText(show, '        '), ...itemsOf(episodes, items)]
  return [...parts, '    </channel>\n</rss>\n'].join('')
}

const prefixesIn = (elements: readonly Element[]): ReadonlySet<string> => {
  const used = new Set<string>()
  const add = ({ name, children = [] }: Element): void => {
    used.add(name.slice(0, Math.max(0, name.indexOf(':'))))
    children.forEach(add)
  }
  elements.forEach(add)
  return used
}

/** Everything up to the first item. The library writes extensions after all items; without items they stand first. */
const head = (
  show: Show,
  elements: readonly Element[],
  declared: Readonly<Record<string, string>>,
): string => {
  const feed = new Feed({
    ...options(show),
    description: text(show.description),
    ...(show.copyright === undefined ? {} : { copyright: text(show.copyright) }),
    language: text(show.language),
    generator: text(show.generator ?? ''),
    docs: 'https://www.rssboard.org/rss-specification',
  })
  extend(
    feed.addExtension.bind(feed),
    elements.filter(element => !ownOfChannel.has(element.name)),
  )
  const xml = feed.rss2()
  // The library declares some namespaces when it thinks they are used; ours are declared once, on the root.
  return xml
    .slice(0, xml.lastIndexOf('\n    </channel>') + 1)
    .replace(/<\?xml [^>]*\?>/, '<?xml version="1.0" encoding="UTF-8"?>')
    .replace(/<rss [^>]*>/, `<rss version="2.0"${declarations(declared)}>`)
    .replace(absentDate(show), '')
}

/** lastBuildDate cannot be left out: where there is no date, its element is taken out again. */
const absentDate = (show: Show): string | RegExp =>
  show.lastBuildDate === undefined ? /\n +<lastBuildDate>[^<]*<\/lastBuildDate>/ : ''

const options = (show: Show) => ({
  id: show.link,
  title: text(show.title),
  link: show.link,
  updated: new Date(show.lastBuildDate ?? 0),
})

/** The items without their notes, which the library would copy and search several times over. */
const itemsOf = (episodes: readonly Episode[], items: readonly (readonly Element[])[]): string[] => {
  const xmls: string[] = []
  for (let start = 0; start < items.length; start += batch)
    xmls.push(
      ...itemXmls(
        items.slice(start, start + batch).map((elements, i) => itemOf(episodes[start + i]!, elements)),
      ),
    )
  return xmls.map((xml, index) =>
    withExtra(
      xml.replace(/\u0001(\w+)\u0001/g, (_, field: MarkedField) => sections(episodes[index]![field])),
      episodes[index]!,
    ),
  )
}

/** Elements of the user's own, which the library could not write: it knows no text beside elements. They are known to be well-formed. */
const extraText = ({ extra }: Pick<Episode, 'extra'>, indent: string): string =>
  extra === undefined ? '' : `${indent}${removeForbidden(extra.xml)}\n`

const withExtra = (xml: string, episode: Episode): string => {
  if (episode.extra === undefined) return xml
  const end = xml.lastIndexOf('        </item>')
  return `${xml.slice(0, end)}${extraText(episode, '            ')}${xml.slice(end)}`
}

/** So many items are rendered at once: the library builds a tree of all of them in memory. */
const batch = 200

type MarkedField = 'description' | 'content'

/** A place for the notes, with a character that no text can have. */
const marked = (field: MarkedField) => `\u0001${field}\u0001`

const nowhere = { id: '', title: '', updated: new Date(0), generator: false as unknown as string }

/** Without the notes every `<` that stands in the items is the library's own, so that they can be told apart. */
const itemXmls = (items: readonly Item[]): string[] => {
  const feed = new Feed(nowhere)
  for (const item of items) feed.addItem(item)
  const xml = feed.rss2()
  const start = '        <item>'
  return xml
    .slice(xml.indexOf(`\n${start}`), xml.lastIndexOf('\n    </channel>'))
    .split(`\n${start}`)
    .slice(1)
    .map(item => `${start}${item}\n`)
}

/** The inside of a CDATA section. Its end mark must not stand in it: a text that has one becomes several sections. */
const sections = (text: string): string => removeForbidden(text).replaceAll(']]>', ']]]]><![CDATA[>')

const itemOf = (episode: Episode, elements: readonly Element[]): Item => {
  const extensions: Extension[] = []
  extend(
    extension => extensions.push(extension),
    elements.filter(element => !ownOfItem.has(element.name) || isPermalink(element)),
  )
  return {
    // A plain-text element is written as text: some readers take CDATA for HTML. The field table's own title takes this place.
    title: '-',
    link: episode.link as string,
    guid: text(episode.guid),
    date: new Date(episode.date),
    ...(episode.description === '' ? {} : { description: marked('description') }),
    ...(episode.content === '' ? {} : { content: marked('content') }),
    extensions,
  }
}

/** What the library writes itself, and rightly. An element that is given to it as an extension takes the place of its own. */
const ownOfChannel = new Set(['title', 'link', 'description', 'language', 'copyright', 'generator'])
const ownOfItem = new Set(['link', 'guid', 'description', 'content:encoded'])

/** The library says of every guid that it is none. */
const isPermalink = ({ name, attributes }: Element): boolean =>
  name === 'guid' && attributes?.isPermaLink === 'true'

const declarations = (declared: Readonly<Record<string, string>>): string =>
  Object.entries(declared)
    .map(([prefix, uri]) => `\n     xmlns:${prefix}="${uri}"`)
    .join('')

/** Elements of one name go in together: a second extension of the same name would replace the first. */
const extend = (add: (extension: Extension) => void, elements: readonly Element[]): void => {
  for (const [name, objects] of Object.entries(compact(elements)))
    add({ name, objects: objects as unknown as Record<string, unknown> })
}

type Compact = { [name: string]: Compact[] | Compact | string | Record<string, string> }

/** The shape that xml-js writes: names to lists of nodes. */
const compact = (elements: readonly Element[]): Record<string, Compact[]> => {
  const byName: Record<string, Compact[]> = {}
  for (const element of elements) (byName[element.name] ??= []).push(node(element))
  return byName
}

const node = (element: Element): Compact => ({
  _attributes: attributes(element.attributes ?? {}),
  ...(element.text === undefined
    ? {}
    : element.html
      ? { _cdata: cdata(element.text) }
      : { _text: text(element.text) }),
  ...compact(element.children ?? []),
})

const attributes = (values: Readonly<Record<string, string | undefined>>): Record<string, string> => {
  const written: Record<string, string> = {}
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) written[name] = attribute(value)
  return written
}

/** xml-js turns `&amp;` into `&` before it escapes: an escaped ampersand comes out as it was meant. */
const text = (value: string): string => removeForbidden(value).replace(/&/g, '&amp;')

/** xml-js escapes only the double quote in an attribute. Line breaks would be read back as spaces. XML allows a bare `]]>` there, but old readers drop a feed that has one. */
const attribute = (value: string): string =>
  removeForbidden(value)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\t\n\r]/g, character => `&#${character.charCodeAt(0)};`)

/** A text with several `]]>` becomes several sections; xml-js writes a list as one section after the other. */
const cdata = (value: string): string => {
  const parts = removeForbidden(value).split(']]>')
  if (parts.length < 3) return parts.join(']]>')
  return parts.map(
    (part, i) => (i > 0 ? '>' : '') + part + (i < parts.length - 1 ? ']]' : ''),
  ) as unknown as string
}
