import { listing } from '../../schema/index.ts'
import { eachNamed, type FeedRule, quoted, shown, trimmed } from '../feed-rule.ts'
import { appleGuide, psp1, w3cError } from '../specs.ts'

const words: Readonly<Record<string, readonly string[]>> = {
  'itunes:type': ['episodic', 'serial'],
  'itunes:episodeType': ['full', 'trailer', 'bonus'],
}

const rule: FeedRule = {
  id: 'document/word-value',
  title: 'type and episodeType are one of their few words, in lower case',
  why: 'Readers compare them letter by letter; with another word a trailer counts as an episode, and a serial is told backwards.',
  specs: [appleGuide, psp1, w3cError('InvalidValue')],
  askedBy: { apple: 'ignores', psp1: 'requires', w3c: 'requires' },
  covers: ['show-type-values', 'ep-type-values'],
  example: {
    bad: { 'feed.xml': '<itunes:type>Episodic</itunes:type>' },
    good: { 'feed.xml': '<itunes:type>episodic</itunes:type>' },
  },
  check: eachNamed(Object.keys(words), function* (node, feed) {
    const word = trimmed(node)
    const allowed = words[node.name] ?? []
    if (allowed.includes(word)) return
    const meant = allowed.find(one => one === word.toLowerCase())
    yield {
      place: feed.atText(node),
      message:
        word === ''
          ? `${shown(node.name)} is empty; directories look for ${listing(allowed)}`
          : meant === undefined
            ? `${quoted(word)} is not ${listing(allowed)}, the only words that directories know in ${shown(node.name)}`
            : `${quoted(word)} in ${shown(node.name)} has a capital letter, and apps that look for "${meant}" ignore it`,
      help:
        meant === undefined
          ? `Write ${allowed.map(one => `\`${one}\``).join(' or ')}.`
          : `Write \`<${node.name}>${meant}</${node.name}>\`.`,
    }
  }),
}
export default rule
