import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/url',
  always: 'broken',
  inherits: 'never',
  title: 'An address is a full http(s) URL',
  why: 'A listener opens it from anywhere, so it needs a scheme and a host, and it must not carry a password.',
  specs: [],
  covers: ['doc-absolute-urls', 'ep-enclosure-http', 'show-no-password'],
  example: {
    bad: { '001.md': 'link: /episodes/1' },
    good: { '001.md': 'link: https://show.example/episodes/1' },
  },
}
export default rule
