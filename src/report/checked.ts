/** `--verbose`: how many rules were checked and passed, and what had nothing to look at. */

import type { Counted } from '../diagnostic.ts'
import { counted, grouped } from './counts.ts'

/** What is no key of front matter, in words. */
const words: Readonly<Record<string, string>> = {
  recordings: 'recordings',
  artwork: 'artwork',
  chapters: 'chapters',
  transcripts: 'transcripts',
  lock: 'lock yet',
  pages: 'web pages',
  address: 'web address, since this feed was not fetched from one',
}

/** `124 passed, 3 found something, 47 had nothing to look at`, by family what passed, and what was not there. */
export const checkedText = ({ passed, found, nothing }: Counted): readonly string[] => {
  const absent = Object.entries(nothing).sort(
    ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1),
  )
  const idle = absent.reduce((sum, [, rules]) => sum + rules.length, 0)
  return [
    `${counted(passed.length + found.length + idle, 'rule')} checked: ${grouped(passed.length)} passed, ${grouped(found.length)} found something, ${grouped(idle)} had nothing to look at.`,
    ...(passed.length === 0 ? [] : [`Passed: ${families(passed)}.`]),
    ...(absent.length === 0
      ? []
      : [
          `Nothing to look at: ${absent.map(([names, rules]) => `no ${named(names)}${several(rules)}`).join(', ')}.`,
        ]),
  ]
}

const several = ({ length }: readonly string[]): string => (length === 1 ? '' : ` (${grouped(length)} rules)`)

/** `show 24, episode 28` */
const families = (rules: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const rule of rules) {
    const family = rule.slice(0, rule.indexOf('/'))
    counts.set(family, (counts.get(family) ?? 0) + 1)
  }
  return [...counts].map(([family, count]) => `${family} ${count}`).join(', ')
}

const named = (names: string): string =>
  names
    .split(', ')
    .map(name => words[name] ?? `\`${name}\``)
    .join(' or ')
