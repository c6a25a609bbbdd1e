import type { Rule } from '../../evidence.ts'
import { eachProblem, isOfDocument } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/psc-shape',
  always: 'advice',
  scope: 'item',
  inFeeds: 'no element',
  title: 'Podlove Simple Chapters keep to their specification',
  why: 'It is read all the same, and what it publishes is right; other programs that you give this file may not be so kind.',
  specs: ['https://podlove.org/simple-chapters/'],
  covers: ['ch-psc-shape'],
  example: {
    bad: {
      '001.psc':
        '<psc:chapters version="1.2" xmlns:psc="https://podlove.org/simple-chapters/">\n  <psc:chapter start="0" title="Intro"/>\n  <psc:chapter start="0:03" title="The letter"/>\n  <psc:chapter start="0:08" title="Farewell"/>\n</psc:chapters>\n',
    },
    good: {
      '001.psc':
        '<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">\n  <psc:chapter start="0" title="Intro"/>\n  <psc:chapter start="0:03" title="The letter"/>\n  <psc:chapter start="0:08" title="Farewell"/>\n</psc:chapters>\n',
    },
  },
  checkItem: eachProblem(
    (problem, { format }) => format === 'psc' && isOfDocument(problem, 'wrong-namespace', 'wrong-version'),
    ({ kind, value = '' }) =>
      kind === 'wrong-version'
        ? {
            message: `the version is ${value}, and only 1.0, 1.1 and 1.2 exist, so other programs may refuse the file`,
            help: 'Write `version="1.2"`.',
          }
        : {
            message:
              value === ''
                ? 'the file does not name its format (`xmlns:psc`), so other programs find no chapters in it'
                : `the name of the format (\`xmlns:psc\`) is ${value}, which other programs do not know, so they find no chapters`,
            help: 'Write `xmlns:psc="http://podlove.org/simple-chapters"`.',
          },
  ),
}
export default rule
