import type { Finding } from '../../../diagnostic.ts'
import { audioPath } from '../../../fields/audio.ts'
import { isHttpUrl } from '../../../units/url.ts'
import type { Rule } from '../../evidence.ts'
import { isAside } from '../../measured.ts'
import { ENDINGS } from './taken-formats.ts'

const rule: Rule = {
  id: 'audio/extension-query',
  covers: ['ep-enclosure-extension-query'],
  always: 'noticed',
  scope: 'item',
  inFeeds: 'file name',
  title: 'The path of an audio address ends in the ending of its format',
  why: 'Apple decides by the end of the path whether an episode is listed. Anything after a question mark may be there, for tracking, and does not count.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'advises' },
  example: {
    bad: { '001.md': 'audio: https://media.example/get?file=001.mp3' },
    good: { '001.md': 'audio: https://media.example/001.mp3?from=feed' },
  },
  *checkItem(item, evidence): Iterable<Finding> {
    const written = item.entry.meta.audio?.url
    if (written === undefined || !isHttpUrl(written) || isAside(item, evidence)) return
    const { pathname, search } = new URL(written)
    if (hasEnding(pathname) || !hasEnding(search)) return
    yield {
      place: item.entry.at(audioPath(item.entry.raw)),
      message: `"${written.slice(0, 80)}" has its file name after the question mark, where Apple does not look, so Apple may refuse the episode`,
      help: 'Write an address with the file name before the question mark, such as `https://media.example/001.mp3?from=feed`.',
    }
  },
}
export default rule

const hasEnding = (text: string): boolean => ENDINGS.some(ending => text.toLowerCase().endsWith(ending))
