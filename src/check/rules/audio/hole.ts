import type { Rule } from '../../evidence.ts'
import { eachDamaged, size } from './damage.ts'

const rule: Rule = {
  id: 'audio/hole',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'measured',
  title: 'An audio file is filled with sound to its end',
  why: 'A download that is still running, or a file that a cloud has not fetched yet, has its full size at once and is filled up with zeros. Listeners hear silence there, or their player stops.',
  specs: ['http://www.mp3-tech.org/programmer/frame_header.html'],
  example: { bad: { '001.mp3': '!mp3 60 with its second half empty' }, good: { '001.mp3': '!mp3 60' } },
  checkItem: eachDamaged('hole', ({ offset = 0, bytes }, { facts }) => ({
    message: `${bytes === undefined ? 'a part' : size(bytes)} of the audio, from ${percent(offset, facts.bytes)} of the file on, is empty, so players stop there or play silence`,
    help: 'Wait until the download or the cloud is done, and copy the complete file again.',
  })),
}
export default rule

const percent = (offset: number, bytes: number): string => `${Math.round((100 * offset) / bytes)} %`
