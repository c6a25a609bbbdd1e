import type { Finding } from '../../../diagnostic.ts'
import { formatClock } from '../../../units/duration.ts'
import type { Rule } from '../../evidence.ts'
import { eachAudio, NOTICEABLE, worstOf } from '../../measured.ts'

const rule: Rule = {
  id: 'audio/written-duration',
  covers: ['ep-duration-measured'],
  always: 'noticed',
  scope: 'item',
  inFeeds: 'measured',
  title: 'A written duration is that of the audio',
  why: 'Listeners see the written one, and their progress never reaches the end, or reaches it early. Left out, it is measured from the audio.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  example: {
    bad: { '001.md': 'duration: "1:30"', '001.mp3': '!mp3 60' },
    good: { '001.md': 'duration: "1:00"', '001.mp3': '!mp3 60' },
  },
  checkItem: eachAudio(function* ({ item, facts }): Iterable<Finding> {
    const { entry } = item
    const { duration } = entry.meta
    if (duration === undefined || facts.method === undefined || isNear(duration, facts.duration)) return
    // It may be right, and the file not whole: that has its own finding.
    const { claimed } = worstOf(facts) ?? {}
    if (claimed !== undefined && isNear(duration, claimed)) return
    const measured = formatClock(facts.duration)
    yield {
      place: entry.at('duration'),
      message: `\`duration\` says ${formatClock(duration)}, but the audio is ${measured} long, so listeners see a wrong length`,
      help: `Remove the line, or write \`duration: "${measured}"\`.`,
      fix: entry.fix.remove('duration'),
    }
  }),
}
export default rule

/** What is written is whole seconds, rounded or cut. */
const isNear = (written: number, measured: number): boolean => Math.abs(written - measured) <= NOTICEABLE
