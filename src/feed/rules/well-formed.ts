import type { Finding } from '../../diagnostic.ts'
import { doctypeReferences } from '../../syntax/doctype.ts'
import { meantBy } from '../../syntax/html-references.ts'
import type { XmlProblem, XmlProblemKind } from '../../syntax/xml.ts'
import { isBlank } from '../../units/blank.ts'
import { listed } from '../../units/text.ts'
import { type FeedRule, problemsOf } from '../feed-rule.ts'
import { apple, xml } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/well-formed',
  always: 'broken',
  title: 'A feed is well-formed XML',
  why: 'Strict readers stop at the first slip and lose the whole show; a single bare & is enough.',
  specs: [xml('sec-well-formed'), apple],
  askedBy: {
    apple: 'refuses',
    spotify: 'refuses',
    youtube: 'refuses',
    amazon: 'refuses',
    podcastindex: 'refuses',
    psp1: 'requires',
    w3c: 'requires',
  },
  covers: ['doc-well-formed'],
  example: {
    bad: { 'feed.xml': '<title>Salt & rope</title>' },
    good: { 'feed.xml': '<title>Salt &amp; rope</title>' },
  },
  *check(feed) {
    const isEmpty = feed.text.trim() === ''
    const ofDoctype = doctypeReferences(feed.xml, feed.text)
    // They have one cause, and are mended together.
    const problems = problemsOf(feed, ...kinds)
    for (const problem of told(problems))
      if (!ofDoctype.includes(problem) || problem === ofDoctype[0])
        yield {
          place: feed.place(...spanOf(problem, feed.text)),
          ...(isEmpty
            ? empty
            : problem === ofDoctype[0]
              ? doctypeWords(ofDoctype)
              : problem.kind === 'unclosed-element'
                ? unclosedWords(problem, problems, feed.text)
                : wordsFor(problem, writtenAt(problem, feed.text))),
        }
  },
}
export default rule

type Words = Pick<Finding, 'message' | 'help'>

const empty: Words = {
  message: 'the file is empty, so there is no feed',
  help: 'Download it again, or export it again from where it was made.',
}

/** As many names are told. */
const NAMED = 3

const doctypeWords = (references: readonly XmlProblem[]): Words => {
  const names = [...new Set(references.map(({ detail }) => `&${detail};`))]
  const others = names.length - NAMED
  const some =
    others > 0 ? [...names.slice(0, NAMED), `${others} ${others === 1 ? 'other' : 'others'}`] : names
  const isOne = names.length === 1
  return {
    message: `${listed(some)} ${isOne ? 'is' : 'are'} known only to the DOCTYPE, which apps do not read: the whole feed becomes unreadable`,
    help: `Write in ${isOne ? 'its' : 'their'} place what ${isOne ? 'it stands' : 'they stand'} for, and delete the DOCTYPE.`,
  }
}

/** Each of these stands for itself. */
const local = ['bare-ampersand', 'undefined-entity', 'duplicate-attribute', 'not-well-formed'] as const
/** After one of these, nothing that follows is sure to be a mistake of its own. */
const structural = ['mismatched-tag', 'text-outside-root', 'unclosed-element', 'no-root'] as const
const kinds = [...local, ...structural]

const isOneOf =
  (some: readonly XmlProblemKind[]) =>
  ({ kind }: XmlProblem): boolean =>
    some.includes(kind)

/** All up to the first slip that spoils the structure, and that one. Of elements within each other that all stay open, the innermost was forgotten. */
const told = (problems: readonly XmlProblem[]): readonly XmlProblem[] => {
  const spoilt =
    problems.find(isOneOf(['mismatched-tag', 'text-outside-root'])) ??
    problems.findLast(isOneOf(['unclosed-element'])) ??
    problems.find(isOneOf(['no-root']))
  if (spoilt === undefined) return problems
  return problems.filter(
    problem => problem === spoilt || (problem.offset < spoilt.offset && isOneOf(local)(problem)),
  )
}

/** As it is quoted: of an ampersand the words around it. */
const writtenAt = (problem: XmlProblem, text: string): string => {
  const [start, end] = spanOf(problem, text)
  if (problem.kind !== 'bare-ampersand') return text.slice(start, end)
  const before = /[^<>\n"`]*$/.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? ''
  const after = /^[^<>\n"`&]*/.exec(text.slice(end, end + 12))?.[0] ?? ''
  return `${before}&${after}`.toWellFormed()
}

const spanOf = ({ kind, offset, detail = '' }: XmlProblem, text: string): [start: number, end: number] => {
  switch (kind) {
    case 'bare-ampersand':
      return [offset, offset + 1]
    case 'undefined-entity':
      return [offset, offset + detail.length + 2]
    case 'unclosed-element':
      return [offset, offset + detail.length + 1]
    case 'duplicate-attribute':
      return [offset, offset + detail.length]
    case 'mismatched-tag': {
      const start = Math.max(0, text.lastIndexOf('</', offset))
      return [start, Math.max(start, offset + 1)]
    }
    case 'text-outside-root': {
      const first = Math.max(0, text.search(/\S/))
      return text[first] === '<' ? [offset, offset] : [first, first]
    }
    default:
      return [offset, offset]
  }
}

/** As XML can have it: what cannot be seen is written by its number. */
const inXml = (name: string): string => {
  const text = meantBy(`&${name};`)
  if (text === undefined) return `&amp;${name};`
  return isBlank(text) ? `&#x${text.codePointAt(0)!.toString(16).toUpperCase()};` : text
}

const wordsFor = ({ kind, detail }: XmlProblem, written: string): Words => {
  switch (kind) {
    case 'bare-ampersand':
      return {
        message: `the bare & in "${written}" makes the whole feed unreadable`,
        // What stands before it may hold others, which are as they should be.
        help: `Write \`${written.replace(/&(?=[^&]*$)/, '&amp;')}\`.`,
      }
    case 'undefined-entity':
      return {
        message: `&${detail}; ${meantBy(`&${detail};`) === undefined ? 'is not the name of any character' : 'is known to HTML, but not to XML'}: the whole feed becomes unreadable`,
        help: `Write \`${inXml(detail ?? '')}\`.`,
      }
    case 'duplicate-attribute':
      return {
        message: `the attribute ${detail} appears twice in one tag, which makes the whole feed unreadable`,
        help: `Remove one of the two, ${detail}.`,
      }
    case 'mismatched-tag':
      return {
        message: `${written.length > 60 ? 'this closing tag' : written} does not close the tag that is open here, so the whole feed is unreadable`,
        help: 'Close every tag in the reverse order of opening; write `<br/>` for a tag without content.',
      }
    case 'text-outside-root':
      return {
        message: 'there is text outside the `<rss>` element, so strict apps refuse the whole feed',
        help: 'Remove it: a feed begins with `<?xml version="1.0" encoding="UTF-8"?>` and ends with `</rss>`.',
      }
    case 'no-root':
      return {
        message: 'there is no element in this file, so it is not a feed',
        help: 'Give the file that holds `<rss version="2.0">`.',
      }
    default:
      return {
        message: `the feed cannot be read from here on: ${inWords(detail).replaceAll('!', ' ')}`,
        help: 'Write `&lt;` for a < in text, quotes around every attribute, and a space between attributes.',
      }
  }
}

/**
 * A closing tag that is forgotten further inside is one that does not fit: here nothing follows any more. So every element
 * that is open has to be closed at the end, and before them what hides their closing tags from a parser.
 */
const unclosedWords = (
  { offset, detail = '' }: XmlProblem,
  problems: readonly XmlProblem[],
  text: string,
): Words => {
  const rest = text.slice(offset)
  const section = sections.find(([start, end]) => rest.lastIndexOf(start) > rest.lastIndexOf(end))
  const tags = problems
    .filter(({ kind }) => kind === 'unclosed-element')
    .map(open => `</${open.detail}>`)
    .reverse()
  const ends = [...(section ? [section[1]] : []), ...tags].join('')
  const isCutInTag = section === undefined && rest.lastIndexOf('<') > rest.lastIndexOf('>')
  const cut = isCutInTag
    ? 'Download or export it again: it was cut off in the middle of a tag.'
    : `Download or export it again if it was cut off; else add \`${ends}\` at its end.`
  if (section === undefined)
    return {
      message: `the feed ends before the <${detail}> that is opened here is closed, so strict apps read nothing of it`,
      help: cut,
    }
  const [start, end] = section
  const isClosedInside = rest.indexOf(`</${detail}>`, rest.lastIndexOf(start)) >= 0
  return {
    message: `the feed ends before the ${start} in this <${detail}> is closed, so strict apps read nothing of it`,
    help: isClosedInside ? `Write \`${end}\` where it is to end, such as before \`</${detail}>\`.` : cut,
  }
}

/** In these, a tag is no tag. */
const sections = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
] as const

/** The parser's own words, but for one that sounds like a fault of ours. */
const inWords = (detail = 'the tags do not fit'): string =>
  detail === 'undefined entity' ? 'this is not the name of any character that XML knows' : detail
