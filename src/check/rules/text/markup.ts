import { bodyPlace, ownDescription } from '../../descriptions.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { plainTexts } from './plain-texts.ts'

/** A tag of HTML by name, so that "<3" and "a < b" stay what they are. */
const TAG =
  /<!--.*?(?:-->|$)|<\/?(?:a|abbr|applet|b|base|big|blockquote|br|button|code|div|em|embed|font|form|h[1-6]|hr|i|iframe|img|input|li|link|meta|object|ol|p|script|small|span|strong|style|sub|sup|u|ul)(?:\s[^<>]*)?\/?>/is
const WITHIN = new RegExp(TAG, 'gis')
/** What Apple takes in the description of a show: https://help.apple.com/itc/podcasts_connect/#/itcb54353390 */
const SIMPLE = /<\/?(?:a|b|br|em|i|li|ol|p|strong|ul)(?:\s[^<>]*)?\/?>/gi

const rule: Rule = {
  id: 'text/markup',
  always: 'noticed',
  scope: 'item',
  title: 'Titles and names hold no markup',
  why: 'They are plain text in every app: a tag is shown as it is written, or the word behind it is lost.',
  specs: [
    'https://validator.w3.org/feed/docs/warning/ContainsHTML.html',
    'https://www.rssboard.org/rss-profile#data-types-characterdata',
  ],
  askedBy: { apple: 'advises', w3c: 'advises' },
  covers: ['show-title-plain', 'show-description-html'],
  example: {
    bad: { '001.md': 'title: The <b>lighthouse</b> keeper' },
    good: { '001.md': 'title: The lighthouse keeper' },
  },
  together: count => ({
    message: `${count} texts contain HTML tags, and listeners see them as they are written, because these texts are not HTML`,
    help: 'Remove the tags, from < to >.',
  }),
  ...eachEntry(function* (one, { show }) {
    for (const { entry, path, text } of plainTexts(one)) {
      const found = markupIn(entry.words.name(path), text)
      if (found) yield { place: entry.at(path), ...found }
    }
    if (one.item !== undefined) return
    const { entry } = one
    // The text below the front matter may show a tag as text, and comes out as one.
    const found = markupIn(entry.words.name('description'), show.description.replace(SIMPLE, ''))
    if (found)
      yield { place: ownDescription(entry.meta) ? entry.at('description') : bodyPlace(entry), ...found }
  }),
}
export default rule

const markupIn = (name: string, text: string) => {
  const tag = text.includes('<') ? TAG.exec(text)?.[0] : undefined
  if (tag === undefined) return undefined
  const right = text.replace(WITHIN, ' ').replace(/ {2,}/g, ' ').trim()
  const what = tag.startsWith('<!') ? 'comment' : 'tag'
  return {
    message: `${name} contains the ${what} ${tag.slice(0, 40)}, and listeners see it as it is written, because this text is not HTML`,
    help: right === '' || right.length > 100 ? 'Remove the tag, from < to >.' : `Write \`${right}\`.`,
  }
}
