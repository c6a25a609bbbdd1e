import type { Rule } from '../../evidence.ts'
import { clocks, eachDamaged, rewrite } from './damage.ts'

const rule: Rule = {
  id: 'audio/header-lies',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'measured',
  title: 'The header of an audio file says its true length',
  why: 'The feed holds the length that was counted, but players believe the header: they show another, and seek to wrong places.',
  specs: ['http://gabriel.mp3-tech.org/mp3infotag.html'],
  example: { bad: { '001.mp3': '!mp3 60 whose header claims 120 seconds' }, good: { '001.mp3': '!mp3 60' } },
  checkItem: eachDamaged('header-lies', ({ claimed = 0, found = 0 }, measured) => {
    const [wrong, right] = clocks(claimed, found)
    return {
      message: `the file claims to last ${wrong}, but holds ${right} of sound, so players show the wrong length`,
      help: `Correct it with ${rewrite(measured)}.`,
    }
  }),
}
export default rule
