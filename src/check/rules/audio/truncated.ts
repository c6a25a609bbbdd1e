import type { Rule } from '../../evidence.ts'
import { clocks, eachDamaged, size } from './damage.ts'

const rule: Rule = {
  id: 'audio/truncated',
  covers: ['audio-readable'],
  always: 'noticed',
  scope: 'item',
  inFeeds: 'measured',
  title: 'An audio file is whole',
  why: 'An export or a copy that broke off looks complete in a folder. Listeners lose the end, and many players first show the length that is not there.',
  specs: ['http://gabriel.mp3-tech.org/mp3infotag.html'],
  example: { bad: { '001.mp3': '!mp3 60 cut in half' }, good: { '001.mp3': '!mp3 60' } },
  checkItem: eachDamaged('truncated', ({ claimed, found, bytes }) => ({
    message: words(claimed, found, bytes),
    help: 'Export it again, or copy the complete file again; what is missing cannot be repaired.',
  })),
}
export default rule

const words = (claimed?: number, found?: number, bytes?: number): string => {
  if (claimed === undefined || found === undefined)
    return `the recording breaks off in the middle of a sound: ${size(bytes)} or more are missing, so listeners lose the end`
  const [there, whole] = clocks(found, claimed)
  return `the recording breaks off: it should last ${whole}, but only ${there} is there, so listeners lose the end`
}
