import type { Rule } from '../../evidence.ts'
import { clocks, eachDamaged, rewrite } from './damage.ts'

const rule: Rule = {
  id: 'audio/joined',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'measured',
  title: 'An audio file is one recording',
  why: 'Files that were put together by `cat`, or by a tool that does no more, keep the header of the first. Players show its length, stop there, or jump to wrong places.',
  specs: ['http://gabriel.mp3-tech.org/mp3infotag.html'],
  example: { bad: { '001.mp3': '!mp3 30 then another of 20 seconds' }, good: { '001.mp3': '!mp3 50' } },
  checkItem: eachDamaged('joined', ({ claimed, found }, measured) => ({
    message: words(claimed, found),
    help: `Make one recording of it with ${rewrite(measured)}.`,
  })),
}
export default rule

const words = (claimed?: number, found?: number): string => {
  const what = 'this file is several recordings joined together'
  if (claimed === undefined || found === undefined) return `${what}, and players may stop after the first`
  const [first, all] = clocks(claimed, found)
  return `${what}: players show ${first} instead of ${all}, and may stop there`
}
