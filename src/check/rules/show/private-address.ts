import { reachOf } from '../../../units/host.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/private-address',
  always: 'noticed',
  title: 'Every address can be reached from anywhere',
  why: 'A feed that names localhost or a home network plays on one machine only; one with a placeholder plays nowhere.',
  specs: [
    'https://podcasters.apple.com/support/823-podcast-requirements',
    'https://www.rfc-editor.org/rfc/rfc6761',
  ],
  covers: ['host-public'],
  example: {
    bad: { 'show.md': 'link: http://localhost:8080/' },
    good: { 'show.md': 'link: https://show.example/' },
  },
  *check({ entry, identity }) {
    // Where the show has no address at all, that is what is said.
    if (identity?.isProvisional) return
    for (const field of ['link', 'baseUrl', 'audioBaseUrl', 'feedUrl', 'newFeedUrl'] as const) {
      const url = entry.meta[field]
      if (url === undefined) continue
      const { hostname } = new URL(url)
      const reach = reachOf(hostname)
      // In a show, a placeholder is found wherever it stands, by a rule of its own.
      if (reach === 'public' || (reach === 'placeholder' && identity !== undefined)) continue
      const what =
        reach === 'nearby'
          ? 'only this machine or its network can reach'
          : 'belongs to nobody: it is a placeholder'
      yield {
        place: entry.at(field),
        message: `${entry.words.name(field)} is at ${hostname}, which ${what}, so listeners cannot open it`,
        help: `Write its public address, in place of ${hostname}.`,
      }
    }
  },
}
export default rule
