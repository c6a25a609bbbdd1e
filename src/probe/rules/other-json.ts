import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'transcripts/other-json',
  always: 'advice',
  title: 'JSON beside an episode is its transcript',
  why: 'Apps read the JSON of the podcast namespace and no other. What a speech recogniser writes, or a program for its own use, is left out of the feed.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md',
  ],
  example: {
    bad: {
      '001.json': '{ "jobName": "001", "results": { "transcripts": [{ "transcript": "High water." }] } }\n',
    },
    good: {
      '001.json':
        '{ "version": "1.0.0", "segments": [\n  { "startTime": 0, "endTime": 4, "body": "High water." }\n] }\n',
    },
  },
}
export default rule
