import { nearest } from '../../../units/text.ts'
import type { Rule } from '../../evidence.ts'
import { eachProblem } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/unknown-key',
  scope: 'item',
  inFeeds: 'no element',
  title: 'Chapters have only the fields that apps know',
  why: 'What is under another name goes nowhere; usually the name is misspelt.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md',
    'https://podlove.org/simple-chapters/',
  ],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ch-json-optional'],
  example: {
    bad: {
      '001.md': 'chapters: [{ start: 0, titel: Intro }, 0:03 The letter, 0:08 Farewell, 0:09 Credits]',
    },
    good: {
      '001.md': 'chapters: [{ start: 0, title: Intro }, 0:03 The letter, 0:08 Farewell, 0:09 Credits]',
    },
    sameFeed: { '001.md': 'chapters: [{ start: 0 }, 0:03 The letter, 0:08 Farewell, 0:09 Credits]' },
  },
  checkItem: eachProblem(
    ({ kind }) => kind === 'unknown-key',
    ({ key = '', index }, { source, format }, { entry }) => {
      const known = format === undefined ? ours : (theirs[format] ?? ours)
      const near = nearest(key, known)
      const isOurs = source === 'front matter' && index !== undefined && near !== undefined
      return {
        message: `"${key}" is not a field of a chapter, so its value is ignored`,
        help:
          near === undefined
            ? `Remove it; a chapter has ${known.map(name => `\`${name}\``).join(', ')}.`
            : `Rename it to \`${near}\`.`,
        ...(isOurs ? { fix: entry.fix.rename(['chapters', index, key], near) } : {}),
      }
    },
  ),
}
export default rule

const ours = ['start', 'end', 'title', 'url', 'image', 'toc', 'location']
const theirs: Readonly<Record<string, readonly string[]>> = {
  json: ['startTime', 'endTime', 'title', 'url', 'img', 'toc', 'location'],
  psc: ['start', 'title', 'href', 'image'],
}
