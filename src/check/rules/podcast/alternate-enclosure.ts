import type { Finding } from '../../../diagnostic.ts'
import { playlistType } from '../../../fields/alternate-enclosures.ts'
import { sriProblem } from '../../../units/integrity.ts'
import { schemeOf } from '../../../units/url.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { type WrittenValue, writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/alternate-enclosure',
  scope: 'item',
  looksAt: ['alternateEnclosures'],
  title: 'An alternate enclosure says its type, and one at most is the default',
  why: 'A player chooses by the type and checks by the hash; what it cannot choose or trust it does not play.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/alternate-enclosure.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ep-alt-enclosure'],
  example: {
    bad: { '001.md': 'alternateEnclosures: https://cdn.example/001.opus' },
    good: { '001.md': 'alternateEnclosures: { sources: "https://cdn.example/001.opus", type: audio/opus }' },
  },
  ...eachEntry(function* (entry, evidence): Iterable<Finding> {
    let before: WrittenValue<{ readonly default?: boolean }> | undefined
    for (const one of writtenValues(entry, 'alternateEnclosures')) {
      const { value, at } = one
      const { words } = one.entry
      const isMeasured = value.sources.some(({ uri }) => (schemeOf(uri)?.length ?? 1) === 1)
      const isKnown = evidence.identity !== undefined && playlistType(value) !== undefined
      if (!isMeasured && !isKnown && value.type === undefined)
        yield {
          place: at('sources'),
          message: `the type of "${value.sources[0]?.uri.slice(0, 80) ?? ''}" is missing, and players skip a file whose type they do not know`,
          help: words.either({
            folder:
              'Add its type, such as `type: audio/opus`; for a file in the show folder, build-feed finds it.',
            feed: 'Add its type, such as `type="audio/opus"`.',
          }),
        }
      const problem = value.integrity?.type === 'sri' ? sriProblem(value.integrity.value) : undefined
      if (problem !== undefined)
        yield {
          place: at('integrity', 'value'),
          message: `this hash ${problem}`,
          help: words.either({
            folder: 'Write `sha384-…`, or put the file into the show folder: its hash is measured.',
            feed: 'Write `sha384-` and the hash of the file in base64, or remove `<podcast:integrity>`.',
          }),
        }
      if (value.default && before?.value.default && sameList(one, before))
        yield {
          place: at('default'),
          message:
            'two alternate enclosures are marked as the default, so apps do not know which to play first',
          help: words.either({
            folder: 'Remove `default: true` from all but the best.',
            feed: 'Remove `default="true"` from all but the best.',
          }),
          related: [{ place: before.at('default'), message: 'the other default' }],
        }
      if (value.default || before === undefined || !sameList(one, before)) before = one
    }
  }),
}
export default rule

const sameList = (a: WrittenValue<unknown>, b: WrittenValue<unknown>): boolean =>
  a.entry === b.entry && a.path.slice(0, -1).join() === b.path.slice(0, -1).join()
