import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'audio/named-file',
  always: 'broken',
  inherits: 'never',
  title: 'Files of `alternateEnclosures` and `trailers` are recordings',
  why: 'Players that read these tags would fetch something that they cannot play. A playlist is published by the address of the stream, because the pieces that it lists are served there.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/alternate-enclosure.md'],
  example: {
    bad: { '001.md': 'alternateEnclosures: list.m3u8', 'list.m3u8': '#EXTM3U\n#EXTINF:4,\n1.ts\n' },
    good: { '001.md': 'alternateEnclosures: https://cdn.example/list.m3u8' },
  },
}
export default rule
