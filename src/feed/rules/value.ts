import type { FeedRule } from '../feed-rule.ts'
import { podcastNamespace } from '../specs.ts'

/** What the forms of the fields refuse: see refused-values.ts. */
const rule: FeedRule = {
  id: 'document/value',
  title: 'What a tag says is something that the tag can say',
  why: 'Apps that meet another word, type or number pass over the tag: nothing is shown, and nobody is told.',
  specs: [podcastNamespace],
  askedBy: { podcastindex: 'ignores', apple: 'ignores' },
  example: {
    bad: { 'feed.xml': '<podcast:locked owner="ada@show.example">maybe</podcast:locked>' },
    good: { 'feed.xml': '<podcast:locked owner="ada@show.example">yes</podcast:locked>' },
  },
}
export default rule
