import type { Rule } from '../../evidence.ts'
import { judgeLanguage } from '../../language.ts'

const rule: Rule = {
  id: 'show/language',
  inherits: 'value',
  title: 'The language is a code of two letters, with or without a region',
  why: 'Apple refuses a feed with a code that it does not know; apps choose charts and transcripts by it.',
  specs: [
    'https://podcasters.apple.com/support/823-podcast-requirements',
    'https://www.loc.gov/standards/iso639-2/php/code_list.php',
    'https://www.rssboard.org/rss-specification#optionalChannelElements',
  ],
  askedBy: { apple: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['show-language-code'],
  example: { bad: { 'show.md': 'language: en_GB' }, good: { 'show.md': 'language: en-GB' } },
  *check({ entry }) {
    const { language } = entry.meta
    if (language === undefined) return
    const verdict = judgeLanguage(language)
    if (verdict.kind !== 'wrong') return
    yield {
      place: entry.at('language'),
      message: `"${language}" is not a language code (${verdict.detail}), and Apple refuses a show whose language it does not know`,
      help:
        verdict.meant === undefined
          ? 'Write two letters such as `en`, or with a region such as `pt-BR`.'
          : `Write \`${verdict.meant}\`.`,
      fix: verdict.meant === undefined ? undefined : entry.fix.replace('language', verdict.meant),
    }
  },
}
export default rule
