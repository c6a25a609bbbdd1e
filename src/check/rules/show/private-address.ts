import type { Rule } from '../../case.ts'
import { isNearby } from './nearby.ts'

const rule: Rule = {
  id: 'show/private-address',
  severity: 'warning',
  title: 'Every address can be reached from anywhere',
  why: 'A feed that names localhost or a home network plays on one machine only; one with a placeholder plays nowhere.',
  specs: [
    'https://podcasters.apple.com/support/823-podcast-requirements',
    'https://www.rfc-editor.org/rfc/rfc6761',
  ],
  askedBy: { apple: 'refuses', own: 'advises' },
  covers: ['host-public'],
  example: {
    bad: { 'show.md': 'baseUrl: http://localhost:8080/' },
    good: { 'show.md': 'baseUrl: https://show.example/feed/' },
  },
  *check({ entry }) {
    for (const field of ['link', 'baseUrl', 'audioBaseUrl', 'feedUrl', 'newFeedUrl'] as const) {
      const url = entry.meta[field]
      if (url === undefined) continue
      const { hostname } = new URL(url)
      const what = isNearby(hostname)
        ? 'only this machine or its network can reach'
        : PLACEHOLDER.test(hostname)
          ? 'belongs to nobody: it is a placeholder'
          : undefined
      if (what === undefined) continue
      yield {
        place: entry.at(field),
        message: `\`${field}\` is at ${hostname}, which ${what}`,
        help:
          field === 'baseUrl'
            ? 'Write the public address; to try a build at home, use `--base-url` instead.'
            : 'Write the public address.',
      }
    }
  },
}
export default rule

/** `.example` too is kept for documentation; there nobody is misled. */
const PLACEHOLDER = /(?:^|\.)(?:example\.(?:com|org|net)|invalid|test)$/i
