import type { Rule } from '../../evidence.ts'
import { eachDamaged, encodeAnew, size } from './damage.ts'

const rule: Rule = {
  id: 'audio/trailing-garbage',
  severity: 'note',
  scope: 'item',
  title: 'An audio file ends with its audio',
  why: 'What stands behind the last frame is downloaded and not played, and a player that takes it for audio ends with a click.',
  specs: ['http://www.mp3-tech.org/programmer/frame_header.html'],
  askedBy: { own: 'advises' },
  example: { bad: { '001.mp3': '!mp3 10 before 5000 bytes of noise' }, good: { '001.mp3': '!mp3 10' } },
  checkItem: eachDamaged('trailing-garbage', ({ bytes }, heard) => ({
    message: `${size(bytes)} that are neither audio nor a tag stand behind the last frame`,
    help: `Export it again, or leave them out with ${encodeAnew(heard)}.`,
  })),
}
export default rule
