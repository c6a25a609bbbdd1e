import { eachNamed, type FeedRule, quoted, shown, trimmed } from '../feed-rule.ts'
import { rssProfile, w3cWarning } from '../specs.ts'

/** Real names are short, and a longer text need not be matched. */
const FORM = /^[^\s@()]{1,64}@[^\s@()]{1,255} \([^()]{1,200}\)$/

const rule: FeedRule = {
  id: 'document/contact',
  title: 'managingEditor, webMaster and author are an e-mail address with a name',
  why: 'RSS defines them so. Anything else is taken for an address, and mail to it fails.',
  specs: [rssProfile('element-channel-managingeditor'), w3cWarning('MissingRealName')],
  askedBy: { w3c: 'advises' },
  covers: ['show-contact-format', 'ep-author'],
  example: {
    bad: { 'feed.xml': '<managingEditor>Ada Pier</managingEditor>' },
    good: { 'feed.xml': '<managingEditor>ada@show.example (Ada Pier)</managingEditor>' },
  },
  check: eachNamed(['managingEditor', 'webMaster', 'author'], function* (node, feed) {
    const written = trimmed(node)
    if (written === '' || FORM.test(written.slice(0, 600))) return
    yield {
      place: feed.atText(node),
      message: `${quoted(written)} in ${shown(node.name)} is not an e-mail address followed by a name in brackets`,
      help: `Write \`${formOf(written)}\`, or leave it out: directories do not need it.`,
    }
  }),
}
export default rule

/** What is there is the one or the other. */
const formOf = (written: string): string => {
  const text = written
    .slice(0, 60)
    .replace(/[()<>`]/g, ' ')
    .trim()
  return text.includes('@') ? `${text.split(/\s/)[0]} (Ada Pier)` : `ada@show.example (${text})`
}
