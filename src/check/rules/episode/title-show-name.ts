import type { Finding } from '../../../diagnostic.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/title-show-name',
  title: 'The title of an episode does not repeat the name of the show',
  why: 'Apps show the name of the show beside every title; repeated, it takes the place of the words that tell episodes apart.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'advises' },
  covers: ['ep-title-no-show-name'],
  example: {
    bad: { '001.md': 'title: "Harbour Notes: The lighthouse keeper"' },
    good: { '001.md': 'title: The lighthouse keeper' },
  },
  scope: 'item',
  together: count => ({
    message: `${count} titles repeat the name of the show, which apps show beside them`,
    help: 'Write the title alone.',
  }),
  *checkItem({ entry }, { show }): Iterable<Finding> {
    const { title, episodeType } = entry.meta
    // "Welcome to Harbour Notes" is what a trailer is called.
    if (title === undefined || episodeType === 'trailer' || show.title === '') return
    const rest = withoutName(title, show.title.toLowerCase())
    if (rest === undefined) return
    yield {
      place: entry.at('title'),
      message: `the title repeats the name of the show, "${show.title}", which apps show beside it anyway`,
      help: rest === '' ? 'Write what this episode is about.' : `Write ${entry.words.line('title', rest)}.`,
    }
  },
}
export default rule

/** The rest of a title that begins or ends with the name, set off by a mark; undefined when it does not. */
const withoutName = (title: string, name: string): string | undefined => {
  const lower = title.toLowerCase()
  if (lower === name) return ''
  if (lower.startsWith(name) && /^(?:\s?[:|]|\s[–—-]\s)/.test(title.slice(name.length)))
    return title.slice(name.length).replace(/^[\s:|–—-]+/, '')
  const head = title.slice(0, -name.length)
  if (lower.endsWith(name) && /(?:[:|]\s?|\s[–—-]\s)$/.test(head)) return head.replace(/[\s:|–—-]{1,9}$/, '')
  return undefined
}
