import type { Finding } from '../../../diagnostic.ts'
import type { Item, Rule } from '../../evidence.ts'
import { type TitleNumber, titleNumber } from './number-in-title.ts'

const rule: Rule = {
  id: 'episode/title-number',
  title: 'The number of an episode is in its own tag, not in the title',
  why: 'Apple shows the number from its tag beside the title, and asks for titles without; in a narrow list the number pushes the words out of sight.',
  specs: [
    'https://help.apple.com/itc/podcasts_connect/#/itcb54353390',
    'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification',
  ],
  askedBy: { apple: 'advises', psp1: 'advises' },
  covers: ['ep-title-no-numbers', 'ep-itunes-title'],
  example: {
    bad: { '001.md': 'title: "Ep. 1: The lighthouse keeper"' },
    good: { '001.md': 'title: The lighthouse keeper\nepisode: 1' },
  },
  scope: 'item',
  together: (count, { entry: { words } }) => ({
    message: `${count} titles contain the number of the episode, and apps that read ${words.name('episode')} show it a second time`,
    help: `Write only the title into ${words.name('title')}, and the number into ${words.name('episode')}; where other apps shall go on showing it, put the title without the number into ${words.name('itunesTitle')}.`,
  }),
  *checkItem({ entry }: Item): Iterable<Finding> {
    const field = entry.meta.itunesTitle === undefined ? 'title' : 'itunesTitle'
    const title = entry.meta[field]
    const number = title === undefined ? undefined : titleNumber(title, entry.meta.episode)
    if (number === undefined) return
    yield {
      place: entry.at(field),
      message: `the title contains the number of the episode ("${number.mark}"), and apps that read ${entry.words.name('episode')} show it a second time`,
      help: `Write ${rightForm(field, number, entry)}.`,
    }
  },
}
export default rule

/** What stands there already need not be written again. */
const rightForm = (
  field: string,
  { season, episode, rest }: TitleNumber,
  { meta, words }: Item['entry'],
): string =>
  [
    ...(rest === '' ? [`a ${words.name(field)} that says what it is about`] : [words.line(field, rest)]),
    ...(season === undefined || season === meta.season ? [] : [words.line('season', season)]),
    ...(episode === undefined || episode === meta.episode ? [] : [words.line('episode', episode)]),
  ].join(', ')
