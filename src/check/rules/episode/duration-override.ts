import { formatClock } from '../../../units/duration.ts'
import { eachItem, type Rule } from '../../case.ts'

/** Seconds. */
const TOLERANCE = 1

const rule: Rule = {
  id: 'episode/duration-override',
  severity: 'warning',
  title: 'A written duration is that of the audio',
  why: 'Apps show the written one and play the real one: the progress bar is wrong, and chapters seem to end too early or too late.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'advises', own: 'advises' },
  covers: ['ep-duration-measured'],
  example: { bad: { '001.md': 'duration: "54:24"' }, good: { '001.md': 'duration: "0:10"' } },
  check: eachItem(function* ({ entry, recording }) {
    const written = entry.meta.duration
    const { audio } = recording
    if (written === undefined || audio === undefined) return
    const measured = audio.facts.duration
    if (Math.abs(written - measured) <= TOLERANCE) return
    yield {
      place: entry.at('duration'),
      message: `\`duration\` says ${formatClock(written)}, and the audio lasts ${formatClock(measured)}`,
      help: 'Remove the line: the length is measured from the audio.',
      fix: entry.fix.remove('duration'),
    }
  }),
}
export default rule
