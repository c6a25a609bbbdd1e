import type { Finding } from '../../diagnostic.ts'
import { type FeedRule, nodesIn, shown, trimmed } from '../feed-rule.ts'
import { podcastNamespace } from '../specs.ts'

/** What each tag must have to be of use; an empty name is its text. */
const required: Readonly<Record<string, readonly string[]>> = {
  'podcast:transcript': ['url', 'type'],
  'podcast:chapters': ['url', 'type'],
  'podcast:funding': ['url'],
  'podcast:soundbite': ['startTime', 'duration'],
  'podcast:person': [''],
  'podcast:location': [''],
  'podcast:trailer': ['url', 'pubdate', ''],
  'podcast:license': [''],
  'podcast:alternateEnclosure': ['type'],
  'podcast:source': ['uri'],
  'podcast:integrity': ['type', 'value'],
  'podcast:value': ['type', 'method'],
  'podcast:valueRecipient': ['type', 'address', 'split'],
  'podcast:valueTimeSplit': ['startTime', 'duration'],
  'podcast:remoteItem': ['feedGuid'],
  'podcast:liveItem': ['status', 'start'],
  'podcast:contentLink': ['href'],
  'podcast:chat': ['server', 'protocol'],
  'podcast:image': ['href'],
  'podcast:txt': [''],
  'podcast:updateFrequency': [''],
  'podcast:season': [''],
  'podcast:episode': [''],
}

const rule: FeedRule = {
  id: 'document/podcast-attributes',
  title: 'A podcast tag has what it cannot do without',
  why: 'Apps skip a tag that lacks one of its required parts, as if it were not there.',
  specs: [podcastNamespace],
  askedBy: { podcastindex: 'ignores', apple: 'ignores' },
  covers: ['tr-attrs', 'ch-tag', 'ep-soundbite', 'show-trailer-attrs', 'ep-alt-enclosure', 'ep-live-item'],
  example: {
    bad: { 'feed.xml': '<item>\n<podcast:transcript url="https://show.example/2.vtt"/>\n</item>' },
    good: {
      'feed.xml': '<item>\n<podcast:transcript url="https://show.example/2.vtt" type="text/vtt"/>\n</item>',
    },
  },
  *check(feed): Iterable<Finding> {
    for (const node of nodesIn(feed)) {
      const parts = Object.hasOwn(required, node.name) ? required[node.name]! : []
      const written = new Set(Object.keys(node.attributes).map(name => name.toLowerCase()))
      const missing = parts.filter(part =>
        part === ''
          ? trimmed(node) === ''
          : !node.attributes[part]?.trim() && !isOtherCase(part, node.attributes, written),
      )
      if (missing.length === 0) continue
      yield {
        place: feed.atTag(node),
        message: `${shown(node.name)} has no ${missing.map(part => (part === '' ? 'text' : `\`${part}\``)).join(' and no ')}, so apps skip it`,
        help: `Add ${missing.map(part => (part === '' ? 'its text' : `\`${part}="${sample(node.name, part)}"\``)).join(' and ')}, or remove ${shown(node.name)}.`,
      }
    }
  },
}
export default rule

/** What a part may say: the dots are for what only its author knows. */
const sample = (tag: string, part: string): string => samples[`${tag} ${part}`] ?? samples[part] ?? '…'

const samples: Readonly<Record<string, string>> = {
  'podcast:transcript type': 'text/vtt',
  'podcast:chapters type': 'application/json+chapters',
  'podcast:alternateEnclosure type': 'audio/opus',
  'podcast:integrity type': 'sri',
  'podcast:value type': 'lightning',
  'podcast:value method': 'lnaddress',
  'podcast:valueRecipient type': 'lnaddress',
  split: '100',
  startTime: '60',
  duration: '30',
  status: 'pending',
  start: '2026-12-01T19:00:00+01:00',
  pubdate: 'Mon, 12 Jan 2026 06:00:00 +0000',
}

/** Written with other capitals: that is another rule, for the attributes that it knows. */
const isOtherCase = (
  part: string,
  attributes: Readonly<Record<string, string>>,
  written: ReadonlySet<string>,
): boolean => !(part in attributes) && written.has(part.toLowerCase())
