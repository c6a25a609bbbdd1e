import type { Case, Rule } from '../../case.ts'
import { plainTexts } from '../../plain-texts.ts'

/** A tag of HTML by name, so that "<3" and "a < b" stay what they are. */
const TAG =
  /<!--.*?(?:-->|$)|<\/?(?:a|abbr|b|big|blockquote|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?\/?>/is
const WITHIN = new RegExp(TAG, 'gis')

const rule: Rule = {
  id: 'text/markup',
  severity: 'warning',
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
  *check(given: Case) {
    for (const { entry, path, name, text } of plainTexts(given)) {
      const tag = text.includes('<') ? TAG.exec(text)?.[0] : undefined
      if (tag === undefined) continue
      const right = text.replace(WITHIN, ' ').replace(/ {2,}/g, ' ').trim()
      yield {
        place: entry.at(path),
        message: `\`${name}\` holds the ${tag.startsWith('<!') ? 'comment' : 'tag'} ${tag.slice(0, 40)}, which apps show as it stands: this text is no HTML`,
        help:
          right === '' || right.length > 100 ? 'Remove what stands between < and >.' : `Write \`${right}\`.`,
      }
    }
  },
}
export default rule
