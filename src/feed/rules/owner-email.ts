import type { FeedNode } from '../feed-elements.ts'
import { eachNamed, type FeedRule, named, quoted, trimmed } from '../feed-rule.ts'
import { w3cError } from '../specs.ts'

/** The shape that mail servers and the W3C validator agree on. */
const MAILBOX = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@.]{1,63}(\.[^\s@.]{1,63}){1,8}$/

const rule: FeedRule = {
  id: 'document/owner-email',
  title: 'An owner has an e-mail address',
  why: 'Spotify, YouTube and Amazon send the code that proves ownership there.',
  specs: [w3cError('MissingElement'), w3cError('InvalidContact')],
  askedBy: { spotify: 'ignores', youtube: 'ignores', amazon: 'ignores', w3c: 'requires' },
  covers: ['show-owner-email-valid'],
  example: {
    bad: { 'feed.xml': '<itunes:owner><itunes:name>Ada Pier</itunes:name></itunes:owner>' },
    good: {
      'feed.xml':
        '<itunes:owner><itunes:name>Ada Pier</itunes:name><itunes:email>ada@show.example</itunes:email></itunes:owner>',
    },
  },
  check: eachNamed(['itunes:owner'], function* (node, feed) {
    const [email] = named(node, 'itunes:email')
    const help = 'Write `<itunes:email>ada@show.example</itunes:email>` into `<itunes:owner>`.'
    if (email === undefined || trimmed(email) === '')
      yield {
        place: feed.atTag(email ?? node),
        message: `the owner of the show${nameIn(node)} has no e-mail address, so Spotify, YouTube and Amazon cannot send the code that proves who owns it`,
        help,
      }
    else if (!MAILBOX.test(trimmed(email)))
      yield {
        place: feed.atText(email),
        message: `${quoted(trimmed(email))} is not an e-mail address, so the code that proves who owns the show is sent to nobody`,
        help: 'Write an address such as `ada@show.example`.',
      }
  }),
}
export default rule

const nameIn = (owner: FeedNode): string => {
  const name = named(owner, 'itunes:name')
    .map(trimmed)
    .find(text => text !== '')
  return name === undefined ? '' : `, ${quoted(name)},`
}
