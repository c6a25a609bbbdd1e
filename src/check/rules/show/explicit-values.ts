import type { Finding } from '../../../diagnostic.ts'
import { eachEntry, type Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/explicit-values',
  scope: 'item',
  inFeeds: 'no element',
  title: 'explicit is true or false',
  why: 'The words yes, no and clean are those of before 2019; the feed says true or false, and so should its source.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'advises', psp1: 'advises', w3c: 'advises' },
  covers: ['show-explicit-values', 'ep-explicit'],
  example: { bad: { 'show.md': 'explicit: clean' }, good: { 'show.md': 'explicit: false' } },
  ...eachEntry(function* ({ entry }): Iterable<Finding> {
    const { explicit } = entry.meta
    const written = entry.raw.explicit
    if (explicit === undefined || typeof written !== 'string' || /^(true|false)$/i.test(written.trim()))
      return
    yield {
      place: entry.at('explicit'),
      message: `${entry.words.name('explicit')} is "${written}", the word for ${explicit} before 2019, and directories now ask for \`${explicit}\``,
      help: `Write ${entry.words.line('explicit', explicit)}.`,
      fix: entry.fix.replace('explicit', explicit),
    }
  }),
}
export default rule
