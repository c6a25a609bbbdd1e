import type { ChapterProblem } from '../../../measured.ts'
import type { Rule } from '../../evidence.ts'
import { eachProblem, isOfDocument } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/json-shape',
  scope: 'item',
  inFeeds: 'no element',
  title: 'JSON chapters keep to their specification',
  why: 'It is read all the same, and what it publishes is right; other programs that you give this file may not be so kind.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md',
  ],
  askedBy: { podcastindex: 'advises' },
  covers: ['ch-json-start'],
  example: {
    bad: {
      '001.chapters.json':
        '{ "chapters": [\n  { "startTime": "0", "title": "Intro" },\n  { "startTime": 3, "title": "The letter" },\n  { "startTime": 8, "title": "Farewell" }\n] }\n',
    },
    good: {
      '001.chapters.json':
        '{ "version": "1.2.0", "chapters": [\n  { "startTime": 0, "title": "Intro" },\n  { "startTime": 3, "title": "The letter" },\n  { "startTime": 8, "title": "Farewell" }\n] }\n',
    },
  },
  checkItem: eachProblem(
    (problem, { format }) =>
      format === 'json' &&
      (isOfDocument(problem, 'missing-version', 'wrong-version', 'not-an-object') ||
        problem.kind === 'number-as-text' ||
        (problem.kind === 'wrong-type' && (problem.key === 'title' || problem.key === 'toc'))),
    problem => wordsOf(problem),
  ),
}
export default rule

const wordsOf = ({ kind, key = '', value = '' }: ChapterProblem): { message: string; help: string } => {
  switch (kind) {
    case 'missing-version':
      return {
        message:
          'the chapters file does not say which version of the format it is in, so other programs may refuse it',
        help: 'Add `"version": "1.2.0"` at its beginning.',
      }
    case 'wrong-version':
      return {
        message: `the version of the chapters file is ${value}, and there are 1.0.0, 1.1.0 and 1.2.0, so other programs may refuse it`,
        help: 'Write `"version": "1.2.0"`.',
      }
    case 'not-an-object':
      return {
        message: 'the chapters file is a bare list; other programs expect a version around it',
        help: 'Write `{ "version": "1.2.0", "chapters": […] }` around it.',
      }
    case 'number-as-text':
      return {
        message: `\`${key}\` is in quotes ("${value}"), and other programs read only a plain number of seconds`,
        help: `Write it without quotes: ${/^\d+(?:\.\d+)?$/.test(value) ? `\`${value}\`` : 'seconds, such as `95.5`'}.`,
      }
    default:
      return {
        message: `\`${key}\` is ${value}, and other programs read only ${key === 'toc' ? 'true or false' : 'text'} there`,
        help: `Write ${key === 'toc' ? '`true` or `false` without quotes' : 'it in double quotes'}.`,
      }
  }
}
