import type { ChapterProblem } from '../../../measured.ts'
import type { Rule } from '../../evidence.ts'
import { eachProblem, isDamage, listName } from './chapter-findings.ts'

const expected: Readonly<Record<string, string>> = {
  value: 'a value was expected here',
  key: 'a key in double quotes was expected here',
  colon: 'a colon was expected here',
  'comma-or-end': 'a comma or the closing bracket was expected here',
  'end-of-text': 'there is more text after the end',
  'string-end': 'a text in double quotes is not closed, or holds a line break',
  'no-trailing-comma': 'there is a comma with nothing after it',
  'less-depth': 'it has too many levels',
  'fewer-values': 'it holds more values than any list of chapters, and is read no further',
}

const rule: Rule = {
  id: 'chapters/unreadable',
  always: 'broken',
  inherits: 'value',
  scope: 'item',
  inFeeds: 'no element',
  title: 'Chapters can be read',
  why: 'Chapters that were written and cannot be read would be missing from the episode, and nobody would notice before the listeners.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md',
    'https://podlove.org/simple-chapters/',
  ],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ch-json-version'],
  example: {
    bad: {
      '001.chapters.json':
        '{\n  "version": "1.2.0",\n  "chapters": [\n    { "startTime": 0, "title": "Intro" },\n  ]\n}\n',
    },
    good: {
      '001.chapters.json':
        '{\n  "version": "1.2.0",\n  "chapters": [\n    { "startTime": 0, "title": "Intro" },\n    { "startTime": 3, "title": "The letter" },\n    { "startTime": 8, "title": "Farewell" }\n  ]\n}\n',
    },
    sameFeed: {},
  },
  checkItem: eachProblem(isDamage, (problem, list) => ({
    message: messageOf(problem, listName(list)),
    help: list.source === 'front matter' ? fromFrontMatter : helpOf(problem),
  })),
}
export default rule

const fromFrontMatter =
  'Write a list, a line each, such as `- "00:00 Intro"`, or `none` for an episode without chapters.'

const messageOf = ({ kind, value = '' }: ChapterProblem, list: string): string => {
  switch (kind) {
    case 'encoding':
      return `${list} is not in UTF-8, so letters in its titles would be wrong: this byte is not part of any character`
    case 'empty':
      return `${list} is empty, so the episode has no chapters`
    case 'too-large':
      return 'these are more chapters than any app shows, and they are not read'
    case 'invalid-json':
      return `${list} cannot be read as JSON, so the episode has no chapters: ${expected[value] ?? 'this was not expected'}`
    case 'not-well-formed':
      return `${list} cannot be read as XML, so the episode has no chapters: ${value}`
    default:
      return `there are no chapters in ${list}`
  }
}

const helpOf = ({ kind }: ChapterProblem): string => {
  switch (kind) {
    case 'encoding':
      return 'Open the file in a text editor, and save it with the encoding UTF-8.'
    case 'invalid-json':
    case 'not-well-formed':
      return 'Correct it here, or export the file again.'
    default:
      return 'Write the chapters into it, or remove it.'
  }
}
