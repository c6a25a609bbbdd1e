/** What is written under `extra`: whether it is XML that may stand in a feed, and says nothing that a field says. Loaded only where there is one. */

import { table } from '../fields/index.ts'
import { isWellFormed, parseXml, type XmlElement } from '../syntax/xml.ts'
import { namespaces, rareNamespaces } from '../table/namespaces.ts'
import type { Node } from '../table/said.ts'
import type { Writer } from '../table/table.ts'

export interface ExtraProblem {
  readonly message: string
  readonly help: string
}

export const extraProblems = (
  owner: Writer,
  written: string,
  own: Readonly<Record<string, string>>,
): readonly ExtraProblem[] => {
  const taken = Object.keys(own).find(
    prefix => Object.hasOwn(reserved, prefix) && own[prefix] !== reserved[prefix],
  )
  if (taken !== undefined)
    return [
      {
        message: `the prefix \`${taken}\` stands for ${reserved[taken]} in every feed`,
        help: 'Choose another prefix in `namespaces`.',
      },
    ]
  const document = parseXml(`${rootTag(own)}${written}</extra>`)
  const { root, problems } = document
  const undeclared = problems.find(({ kind }) => kind === 'undeclared-prefix')
  if (undeclared !== undefined)
    return [
      {
        message: `nothing says what the prefix \`${undeclared.detail}\` stands for`,
        help: `Declare it in show.md, such as \`namespaces: { ${undeclared.detail}: https://… }\`.`,
      },
    ]
  if (root === undefined || !isWellFormed(document))
    return [
      {
        message: 'this is not well-formed XML, and would make the whole feed unreadable',
        help: 'Close every tag, and write `&amp;` and `&lt;` for `&` and `<` in texts.',
      },
    ]
  return [
    ...(root.text.trim() === '' ? [] : [outside]),
    ...root.children.flatMap(element => ownedProblem(owner, nodeOf(element))),
  ]
}

const outside: ExtraProblem = {
  message: 'there is text outside of all elements',
  help: 'Put it into an element, or remove it.',
}

const reserved: Readonly<Record<string, string>> = { ...rareNamespaces, ...namespaces }

const rootTag = (own: Readonly<Record<string, string>>): string =>
  `<?xml version="1.0"?><extra ${Object.entries({ ...own, ...reserved })
    .filter(([prefix]) => /^[A-Za-z_][\w.-]*$/.test(prefix) && !/^xml/i.test(prefix))
    .map(([prefix, uri]) => `xmlns:${prefix}="${escaped(uri)}"`)
    .join(' ')}>`

const escaped = (text: string): string => text.replace(/[&<"]/g, sign => `&#${sign.charCodeAt(0)};`)

/** What a field reads is said by that field, or the feed would say it twice. */
const ownedProblem = (owner: Writer, node: Node): readonly ExtraProblem[] => {
  const key = node.name === 'item' ? 'item' : keyReading(owner, node)
  if (key === undefined) return []
  return [
    {
      message: `\`<${node.name}>\` is what ${key === 'item' ? 'an episode' : `the field \`${key}\``} says`,
      help: key === 'item' ? 'Write a file for the episode.' : `Write it as \`${key}\`, and remove it here.`,
    },
  ]
}

/** The field that would take an element for its own, if any. */
export const keyReading = (owner: Writer, node: Node): string | undefined =>
  Object.keys(table.read(owner, [node]))[0]

const nodeOf = ({ name, attributes, text, children }: XmlElement): Node => ({
  name: name.prefix === '' ? name.local : `${name.prefix}:${name.local}`,
  attributes: Object.fromEntries(attributes.map(({ name, value }) => [name.local, value])),
  text,
  children: children.map(nodeOf),
})
