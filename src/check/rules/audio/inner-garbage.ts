import type { Rule } from '../../evidence.ts'
import { eachDamaged, encodeAnew, size } from './damage.ts'

const rule: Rule = {
  id: 'audio/inner-garbage',
  severity: 'warning',
  scope: 'item',
  title: 'An audio file holds nothing but audio between its first and last frame',
  why: 'Players click, stop or jump where something else stands between the frames: a part of another file, or a hole of a damaged disk.',
  specs: ['http://www.mp3-tech.org/programmer/frame_header.html'],
  askedBy: { own: 'advises' },
  example: { bad: { '001.mp3': '!mp3 10 with 5000 bytes of noise inside' }, good: { '001.mp3': '!mp3 10' } },
  checkItem: eachDamaged('inner-garbage', ({ bytes }, heard) => ({
    message: `${size(bytes)} that are no audio stand between the frames`,
    help: `Export it again, or leave them out with ${encodeAnew(heard)}.`,
  })),
}
export default rule
