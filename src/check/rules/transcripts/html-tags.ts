import type { Rule } from '../../evidence.ts'
import { eachTranscriptProblem } from './transcript-findings.ts'

const rule: Rule = {
  id: 'transcripts/html-tags',
  scope: 'item',
  inFeeds: 'measured',
  title: 'An HTML transcript holds cite, time and p, and nothing else',
  why: 'Apps show the text as it is, or drop what they do not know; a whole web page is not a transcript.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md',
  ],
  askedBy: { podcastindex: 'ignores' },
  covers: ['tr-html-tags'],
  example: {
    bad: { '001.html': '<div><cite>Ada:</cite> <time>0:00</time> <p>High water.</p></div>\n' },
    good: { '001.html': '<cite>Ada:</cite>\n<time>0:00</time>\n<p>High water.</p>\n' },
  },
  checkItem: eachTranscriptProblem(
    ['disallowed-tag', 'unclosed-tag', 'bad-time'],
    ({ kind, value = '' }) => {
      switch (kind) {
        case 'disallowed-tag':
          return {
            message: `the transcript contains <${value}>, but apps know only <cite>, <time> and <p> there, and drop the rest or show it as text`,
            help: 'Remove the tag, and keep the text.',
          }
        case 'unclosed-tag':
          return {
            message: `<${value}> is never closed, so apps take everything after it for a part of it`,
            help: `Write \`</${value}>\` after its text.`,
          }
        default:
          return {
            message: `"${value}" is not a time that apps can read`,
            help: 'Write `<time>1:02</time>`.',
          }
      }
    },
    ['text/html'],
  ),
}
export default rule
