import type { Person } from '../../../fields/persons.ts'
import type { Cue } from '../../../model.ts'
import type { Rule } from '../../evidence.ts'
import { cuePlace, eachTranscript } from './transcript-findings.ts'

const rule: Rule = {
  id: 'transcripts/speakers',
  always: 'advice',
  title: 'Who speaks in a transcript is one of the persons',
  why: 'Apps show the names of a transcript beside those of the episode: two spellings look like two people, and a recogniser knows no names at all.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/person.md'],
  example: {
    bad: {
      '001.md': 'persons: [Ada Pier]',
      '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Speaker 1>High water at six.\n',
    },
    good: {
      '001.md': 'persons: [Ada Pier]',
      '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ada>High water at six.\n',
    },
  },
  scope: 'item',
  inFeeds: 'measured',
  checkItem: eachTranscript(function* (transcript, { release }, { show }) {
    const persons = release?.episode.persons ?? show.persons ?? []
    if (persons.length === 0) return
    const strangers = new Map<string, Cue>()
    for (const cue of transcript.cues) {
      const { speaker } = cue
      if (speaker === undefined || strangers.has(speaker)) continue
      if (!persons.some(person => isMeant(speaker, person))) strangers.set(speaker, cue)
    }
    const names = [...strangers.keys()]
    const [first] = strangers.values()
    if (first === undefined) return
    yield {
      place: cuePlace(transcript, first),
      message: `the transcript names ${listed(names)}, but the persons of the episode are ${listed(persons.map(({ name }) => name))}, so listeners take them for different people`,
      help: 'Write the name in the same way in both places, or add the person to the episode.',
    }
  }),
}
export default rule

/** By the whole name, or by a part of it: `Ada` is Ada Pier. */
const isMeant = (speaker: string, { name }: Person): boolean => {
  const [said, written] = [fold(speaker), fold(name)]
  return said === written || ` ${written} `.includes(` ${said} `)
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

const most = 3

const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, most).map(name => `"${name}"`)
  const others = names.length - shown.length
  return others === 0 ? shown.join(', ') : `${shown.join(', ')} and ${others} more`
}
