import type { Finding } from '../../diagnostic.ts'
import type { XmlProblem } from '../../syntax/xml.ts'
import { type FeedRule, problemsOf } from '../feed-rule.ts'
import { apple, xml } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/well-formed',
  severity: 'error',
  title: 'A feed is well-formed XML',
  why: 'Strict readers stop at the first slip and lose the whole show; a single bare & is enough.',
  specs: [xml('sec-well-formed'), apple],
  askedBy: { apple: 'refuses', spotify: 'refuses', podcastindex: 'refuses', psp1: 'refuses', w3c: 'refuses' },
  covers: ['doc-well-formed'],
  example: {
    bad: { 'feed.xml': '<title>Salt & rope</title>' },
    good: { 'feed.xml': '<title>Salt &amp; rope</title>' },
  },
  *check(feed) {
    const problems = problemsOf(
      feed,
      'bare-ampersand',
      'undefined-entity',
      'duplicate-attribute',
      'mismatched-tag',
      'unclosed-element',
      'text-outside-root',
      'no-root',
      'not-well-formed',
    )
    const isEmpty = feed.text.trim() === ''
    for (const problem of problems) {
      // What one slip makes of the rest of the text is no mistake of its own.
      if (problem !== problems[0] && isConsequence(problem, problems)) continue
      yield {
        place: feed.place(problem.offset, problem.offset + lengthOf(problem)),
        ...(isEmpty ? empty : wordsFor(problem)),
      }
    }
  },
}
export default rule

type Words = Pick<Finding, 'message' | 'help'>

const empty: Words = {
  message: 'the file is empty, so there is no feed',
  help: 'Build the feed again: `build-feed` writes it whole or leaves the old one.',
}

/** An element that was never closed, and everything after a tag that fits nowhere. */
const isConsequence = ({ kind, offset }: XmlProblem, problems: readonly XmlProblem[]): boolean => {
  if (kind === 'bare-ampersand' || kind === 'undefined-entity' || kind === 'duplicate-attribute') return false
  const structural = problems.find(one => isStructural(one) && one.kind !== 'unclosed-element')
  if (kind === 'unclosed-element') return structural !== undefined || problems.some(isEarlierUnclosed(offset))
  return structural !== undefined && structural.offset < offset
}

/** Of elements within each other that all stay open, the innermost is the one that was forgotten. */
const isEarlierUnclosed =
  (offset: number) =>
  (other: XmlProblem): boolean =>
    other.kind === 'unclosed-element' && other.offset > offset

const isStructural = ({ kind }: XmlProblem): boolean =>
  kind !== 'bare-ampersand' && kind !== 'undefined-entity' && kind !== 'duplicate-attribute'

const lengthOf = ({ kind, detail = '' }: XmlProblem): number => {
  switch (kind) {
    case 'bare-ampersand':
      return 1
    case 'undefined-entity':
      return detail.length + 2
    case 'unclosed-element':
      return detail.length + 1
    case 'duplicate-attribute':
      return detail.length
    default:
      return 0
  }
}

/** The entities of HTML that are met in feeds; XML knows none of them. */
const entities: Readonly<Record<string, string>> = {
  nbsp: '&#xA0;',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  eacute: 'é',
  egrave: 'è',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
}

const wordsFor = ({ kind, detail }: XmlProblem): Words => {
  switch (kind) {
    case 'bare-ampersand':
      return {
        message: 'a bare & makes the whole feed unreadable: in XML it begins a reference',
        help: 'Write `&amp;`.',
      }
    case 'undefined-entity':
      return {
        message: `&${detail}; belongs to HTML, and XML does not know it: the whole feed becomes unreadable`,
        help: `Write \`${(Object.hasOwn(entities, detail ?? '') && entities[detail ?? '']) || `&amp;${detail};`}\`.`,
      }
    case 'duplicate-attribute':
      return {
        message: `the attribute ${detail} stands twice in one tag, which XML forbids`,
        help: 'Remove one of the two.',
      }
    case 'unclosed-element':
      return {
        message: `<${detail}> is opened here and never closed, so nothing after it can be read`,
        help: `Add \`</${detail}>\` where it ends.`,
      }
    case 'mismatched-tag':
      return {
        message:
          detail === undefined
            ? 'this closing tag fits no tag that is open'
            : `</${detail}> closes a tag that is not open here`,
        help: 'Close every tag in the reverse order of opening; write `<br/>` for a tag without content.',
      }
    case 'text-outside-root':
      return {
        message: 'there is text outside of the `<rss>` element',
        help: 'Remove it: a feed begins with `<?xml version="1.0" encoding="UTF-8"?>` and ends with `</rss>`.',
      }
    case 'no-root':
      return {
        message: 'there is no element in this file, so it is no feed',
        help: 'Give the file that holds `<rss version="2.0">`.',
      }
    default:
      return {
        message: `the file is not well-formed here: ${(detail ?? 'the tags do not fit').replaceAll('!', ' ')}`,
        help: 'Write `&lt;` for a < in text, quotes around every attribute, and a space between attributes.',
      }
  }
}
