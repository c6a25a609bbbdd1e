import { codePointName } from '../../units/text.ts'
import { type FeedRule, quoted } from '../feed-rule.ts'
import { w3cWarning } from '../specs.ts'

/** The C1 controls, and what decoders put in the place of bytes that they cannot read. */
const ODD = /[\u0080-\u009F\uFFFD]/g

const rule: FeedRule = {
  id: 'document/odd-characters',
  always: 'noticed',
  title: 'Text was not decoded wrongly on its way',
  why: 'Such characters are the trace of text in another encoding: listeners see boxes and question marks.',
  specs: [w3cWarning('BadCharacters')],
  askedBy: { w3c: 'advises' },
  covers: ['doc-control-chars'],
  example: {
    bad: { 'feed.xml': '<copyright>Caf\uFFFD Harbour</copyright>' },
    good: { 'feed.xml': '<copyright>Café Harbour</copyright>' },
  },
  *check(feed) {
    for (const { 0: character, index } of feed.text.matchAll(ODD)) {
      if (character === '\uFFFD' && feed.encoding.invalid) continue
      yield {
        place: feed.place(index, index + 1),
        message: `a character was lost in ${quoted(around(feed.text, index))} (${codePointName(character)}), so listeners see a box or a question mark`,
        help: 'Type the lost character again.',
      }
    }
  },
}
export default rule

/** The words that it is in, without the tags beside them. */
const around = (text: string, index: number): string => {
  const before = /[^<>\n]{0,20}$/.exec(text.slice(Math.max(0, index - 20), index))?.[0] ?? ''
  const after = /^[^<>\n]{0,20}/.exec(text.slice(index, index + 21))?.[0] ?? ''
  return `${before}${after}`.toWellFormed().trim()
}
