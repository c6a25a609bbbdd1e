import type { Rule } from '../../evidence.ts'
import { eachDamaged, rewrite, size } from './damage.ts'

const rule: Rule = {
  id: 'audio/leading-garbage',
  severity: 'warning',
  scope: 'item',
  title: 'An audio file begins with its audio',
  why: 'Some players give up when what they read first is neither audio nor a tag; others begin with a click.',
  specs: ['http://www.mp3-tech.org/programmer/frame_header.html'],
  askedBy: { own: 'advises' },
  example: { bad: { '001.mp3': '!mp3 10 after 5000 bytes of noise' }, good: { '001.mp3': '!mp3 10' } },
  checkItem: eachDamaged('leading-garbage', ({ bytes }, heard) => ({
    message: `${size(bytes)} that are neither audio nor a tag stand before the first frame`,
    help: `Leave them out with ${rewrite(heard)}.`,
  })),
}
export default rule
