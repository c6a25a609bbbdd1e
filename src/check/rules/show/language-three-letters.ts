import type { Rule } from '../../evidence.ts'
import { judgeLanguage } from '../../language.ts'

const rule: Rule = {
  id: 'show/language-three-letters',
  title: 'The language has two letters where there are two',
  why: 'Apple documents codes of two letters only. A language that has none is real, yet a directory may not know its code.',
  specs: [
    'https://podcasters.apple.com/support/823-podcast-requirements',
    'https://www.loc.gov/standards/iso639-2/php/code_list.php',
  ],
  askedBy: { apple: 'advises', w3c: 'requires' },
  covers: ['show-language-code'],
  example: { bad: { 'show.md': 'language: yue' }, good: { 'show.md': 'language: zh-HK' } },
  *check({ entry }) {
    const { language } = entry.meta
    if (language === undefined) return
    const verdict = judgeLanguage(language)
    if (verdict.kind !== 'three-letters') return
    yield {
      place: entry.at('language'),
      message: `"${language}" (${verdict.name}) is a code of three letters, and Apple, which documents only codes of two, may list the show under no language`,
      help: `Write the nearest code of two letters, ${language.startsWith('yue') ? 'such as `zh-HK` (Chinese, Hong Kong)' : 'or keep this one if Apple lists the show as it should'}.`,
    }
  },
}
export default rule
