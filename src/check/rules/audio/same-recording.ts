import { compareText, type Finding } from '../../../diagnostic.ts'
import type { Audio } from '../../../measured.ts'
import { audioPlace, type Evidence, type Item, type Rule } from '../../evidence.ts'
import { isAside } from '../../measured.ts'

const rule: Rule = {
  id: 'audio/same-recording',
  always: 'noticed',
  inFeeds: 'measured',
  title: 'Every episode has a recording of its own',
  why: 'The same recording under two names is mostly a file that was copied to the wrong place: listeners hear one episode twice, and the other one not at all.',
  specs: [],
  example: {
    bad: { '002.mp3': '!mp3 10' },
    good: { '002.mp3': '!mp3 11' },
  },
  together: count => ({
    message: `${count} episodes have the same recording as another one, so listeners would hear it more than once`,
    help: 'Put the right files in their place; where an episode is a repeat, write `allow: [audio/same-recording]` in its front matter.',
  }),
  *check(evidence) {
    // What a feed states was not read.
    if (evidence.identity === undefined) return
    for (const [first, ...others] of alike(evidence))
      for (const other of others) {
        const same = first !== undefined && isSame(first.recording.audio, other.recording.audio)
        if (same) yield finding(first, other)
      }
  },
}
export default rule

/** Where two name the same file, that is a fault of its own. */
const finding = (first: Item, other: Item): Finding => ({
  place: audioPlace(other),
  message: `${nameOf(other)} is the same recording as ${nameOf(first)}, of "${first.entry.meta.title}", so listeners would hear one episode twice`,
  help: 'Put the right file in its place; if the episode is a repeat, write `allow: [audio/same-recording]` in its front matter.',
  related: [{ place: audioPlace(first), message: 'the other one' }],
})

/** Those that may have the same, one for each file, by name: the copy is mostly the later one. */
const alike = (evidence: Evidence): Iterable<readonly Item[]> => {
  const groups = new Map<string, Map<string | undefined, Item>>()
  for (const item of [...evidence.items].sort((a, b) => compareText(a.entry.path, b.entry.path))) {
    const { audio } = item.recording
    // The lock may know one of them by a fingerprint of an earlier method.
    const mark = audio?.facts.fingerprint ?? audio?.fingerprint
    if (!mark || isAside(item, evidence)) continue
    const group = groups.get(mark) ?? new Map<string | undefined, Item>()
    if (!group.has(addressOf(item))) groups.set(mark, group.set(addressOf(item), item))
  }
  return [...groups.values()].filter(({ size }) => size > 1).map(group => [...group.values()])
}

const addressOf = ({ recording: { audio } }: Item): string | undefined => audio?.url ?? audio?.path

/** A fingerprint is of samples. Where both files are at hand, all of their sound was compared. */
const isSame = (one: Audio | undefined, other: Audio | undefined): boolean =>
  one?.whole === undefined || other?.whole === undefined
    ? one?.facts.bytes === other?.facts.bytes
    : one.whole === other.whole

const nameOf = ({ recording: { audio } }: Item): string => audio?.path ?? ''
