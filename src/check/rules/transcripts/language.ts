import type { Rule } from '../../evidence.ts'
import { judgeLanguage } from '../../language.ts'
import { eachTranscript, fileName } from './transcript-findings.ts'

const rule: Rule = {
  id: 'transcripts/language',
  scope: 'item',
  inFeeds: 'file name',
  title: 'The language of a transcript is a code of two letters',
  why: 'Apps offer transcripts by language; one that they do not know is offered to nobody, or to everybody.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/transcript.md'],
  askedBy: { podcastindex: 'ignores', apple: 'ignores' },
  covers: ['tr-language'],
  example: {
    bad: { '001.deu.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHochwasser.\n' },
    good: { '001.de.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHochwasser.\n' },
  },
  checkItem: eachTranscript(function* (transcript, { entry }) {
    const { language, at } = transcript
    const verdict = language === undefined ? undefined : judgeLanguage(language)
    if (language === undefined || verdict?.kind !== 'wrong') return
    const place = at('language')
    const { meant } = verdict
    const isName = place.file !== entry.file
    yield {
      place,
      message: `"${language}" is not a language code (${verdict.detail}), so apps cannot offer this transcript to those who read it`,
      help:
        meant === undefined
          ? `Write two letters such as \`de\`${isName ? ', or name the file otherwise' : ''}.`
          : isName
            ? `Name the file \`${fileName(transcript).replace(`.${language}.`, `.${meant}.`)}\`.`
            : `Write \`${meant}\`.`,
    }
  }),
}
export default rule
