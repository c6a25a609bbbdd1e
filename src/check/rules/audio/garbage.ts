import type { Finding } from '../../../diagnostic.ts'
import type { Disagreement } from '../../../model.ts'
import type { Rule } from '../../evidence.ts'
import type { MeasuredAudio } from '../../measured.ts'
import { eachDamaged, encodeAnew, rewrite, size } from './damage.ts'

interface Kind {
  readonly kind: Disagreement['kind']
  readonly where: string
  readonly effect: string
  readonly help: (measured: MeasuredAudio) => string
}

const kinds: readonly Kind[] = [
  {
    kind: 'leading-garbage',
    where: 'begins with',
    effect: 'some players give up there, others begin with a click',
    help: measured => `Remove them with ${rewrite(measured)}.`,
  },
  {
    kind: 'inner-garbage',
    where: 'holds',
    effect: 'players click, stop or jump there',
    help: measured => `Export it again, or remove them with ${encodeAnew(measured)}.`,
  },
  {
    kind: 'trailing-garbage',
    where: 'ends with',
    effect: 'they are downloaded, and may be heard as a click',
    help: measured => `Export it again, or remove them with ${encodeAnew(measured)}.`,
  },
]

const each = kinds.map(({ kind, where, effect, help }) =>
  eachDamaged(kind, ({ bytes }, measured) => ({
    message: `${measured.file} ${where} ${size(bytes)} that are not audio: ${effect}`,
    help: help(measured),
  })),
)

const rule: Rule = {
  id: 'audio/garbage',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'measured',
  title: 'An audio file holds nothing but audio and its tags',
  why: 'Something else in it comes from a damaged disk, an interrupted copy or a faulty editor. Some players give up at it, others click, stop or jump.',
  specs: ['http://www.mp3-tech.org/programmer/frame_header.html'],
  example: { bad: { '001.mp3': '!mp3 10 after 5000 bytes of noise' }, good: { '001.mp3': '!mp3 10' } },
  *checkItem(item, evidence): Iterable<Finding> {
    for (const find of each) yield* find(item, evidence)
  },
}
export default rule
