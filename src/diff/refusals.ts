/** What a build refuses of a difference, as findings of the rules that say the same of a show and its lock. */

import { acceptOption } from '../check/history/accept-help.ts'
import audioReplaced from '../check/rules/history/audio-replaced.ts'
import feedUrlChanged from '../check/rules/history/feed-url-changed.ts'
import gone from '../check/rules/history/gone.ts'
import guidChanged from '../check/rules/history/guid-changed.ts'
import podcastGuidChanged from '../check/rules/history/podcast-guid-changed.ts'
import { type Diagnostic, diagnose, type Place, type RuleWords } from '../diagnostic.ts'
import { changesOfAKind } from '../limits.ts'
import { grouped } from '../units/amount.ts'
import { ours, quoted } from '../units/shell.ts'
import { isRefused } from './accept.ts'
import type { Change } from './change.ts'
import type { Difference } from './difference.ts'
import { calledOf } from './parts.ts'

/** Nothing keeps what was accepted of a feed: it is asked for as long as that feed is the one to compare with. */
const acceptHelp = (command: string): string =>
  `If you mean this change, run \`${command}\`, as long as you compare with that feed.`

export interface Refusing {
  /** Where a person changes what a change is about: the file of an episode, or show.md. */
  readonly placeOf: (change: Change) => Place
  /** The command that was refused, with more options; undefined where it is not known. */
  readonly again?: ((words: string) => string) | undefined
}

export const refusals = (
  { before, changes }: Difference,
  { placeOf, again = words => ours(`--against ${quoted(before.name)} ${words}`) }: Refusing,
): readonly Diagnostic[] =>
  kinds.flatMap(({ rule, accept, ...words }): readonly Diagnostic[] => {
    const found = changes.filter(
      change => isRefused(change) && (change.accept === accept || change.accept?.startsWith(`${accept}:`)),
    )
    const [first] = found
    if (first === undefined) return []
    if (found.length > changesOfAKind && words.together !== undefined)
      return [
        diagnose(rule, {
          place: placeOf(first),
          message: words.together(grouped(found.length), before.name),
          help: `${words.help} ${acceptHelp(again(acceptOption(`${accept}:*`)))}`,
        }),
      ]
    return found.map(change =>
      diagnose(rule, {
        place: placeOf(change),
        message: words.message(change, before.name),
        help: `${words.help} ${acceptHelp(again(acceptOption(change.accept!)))}`,
      }),
    )
  })

interface Kind {
  readonly rule: RuleWords
  readonly accept: string
  readonly message: (change: Change, before: string) => string
  readonly together?: (count: string, before: string) => string
  readonly help: string
}

const kinds: readonly Kind[] = [
  {
    rule: guidChanged,
    accept: 'guid',
    message: ({ before: was, after: is }, before) =>
      `this episode has the guid "${was}" in ${before}, and "${is}" would make it a new one to every subscriber`,
    together: (count, before) =>
      `${count} episodes have other guids in ${before}, and would be new ones to every subscriber`,
    help: 'Write the guid that it had, as `guid:`.',
  },
  {
    rule: gone,
    accept: 'gone',
    message: ({ episode, before: date }, before) =>
      `"${episode && calledOf(episode)}"${date === undefined ? '' : `, published on ${date},`} is in ${before}, and would disappear for every subscriber`,
    together: (count, before) => `${count} episodes of ${before} would disappear for every subscriber`,
    help: 'Put it back.',
  },
  {
    rule: audioReplaced,
    accept: 'audio',
    message: ({ before: was, after: is }, before) =>
      `another recording is in ${before} under this address: it has ${was} there and ${is} here, and many apps would go on playing that one`,
    together: (count, before) =>
      `${count} recordings are others than those of ${before} under the same addresses, and many apps would go on playing those`,
    help: 'Serve the recording under another address: apps download it from there, and the guid stays.',
  },
  {
    rule: podcastGuidChanged,
    accept: 'podcast-guid',
    message: ({ before: was, after: is }, before) =>
      `${before} has the podcast:guid ${was}, and ${is === undefined ? 'without it' : `with ${is}`} it would be another show`,
    help: 'Write the one that it had, as `guid:` of show.md.',
  },
  {
    rule: feedUrlChanged,
    accept: 'feed-url',
    message: ({ before: was, after: is }, before) =>
      `the feed of ${before} is read at ${was}, and this one is at ${is}`,
    help: 'If the feed moves, let the old address redirect (301) to the new one, and write that as `newFeedUrl:`.',
  },
]
