import { listPath, type Rule } from '../../evidence.ts'

/** As PRX tells it: more redirects than this before a file are not followed by every app. */
const MOST = 4

const rule: Rule = {
  id: 'show/prefix-count',
  always: 'advice',
  inFeeds: 'no element',
  looksAt: ['enclosurePrefixes'],
  title: 'A file has at most four tracking prefixes',
  why: 'Each is a redirect that costs the listener a moment, and an app that follows only a few never reaches the audio.',
  specs: ['https://help.prx.org/hc/en-us/articles/360052809853'],
  covers: ['host-prefix-count'],
  example: {
    bad: {
      'show.md':
        'enclosurePrefixes: [https://a.example/, https://b.example/, https://c.example/, https://d.example/, https://e.example/]',
    },
    good: { 'show.md': 'enclosurePrefixes: [https://op3.dev/e/]' },
    sameFeed: {
      'show.md': 'audioBaseUrl: https://a.example/b.example/c.example/d.example/e.example/show.example/feed/',
    },
  },
  *check({ entry }) {
    const { enclosurePrefixes = [] } = entry.meta
    if (enclosurePrefixes.length <= MOST) return
    yield {
      place: entry.at(listPath(entry, 'enclosurePrefixes', MOST)),
      message: `"${enclosurePrefixes[MOST]}" is tracking prefix number ${MOST + 1}, and some apps give up after ${MOST} redirects and play nothing`,
      help: `Keep at most ${MOST} of them: those whose statistics you read.`,
    }
  },
}
export default rule
