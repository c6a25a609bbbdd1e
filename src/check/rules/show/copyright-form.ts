import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/copyright-form',
  looksAt: ['copyright'],
  title: "The copyright is the holder's name",
  why: 'PSP-1 asks for the name alone: the tag itself says copyright, and a year goes out of date.',
  specs: ['https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification'],
  askedBy: { psp1: 'advises' },
  covers: ['show-copyright-form'],
  example: {
    bad: { 'show.md': 'copyright: "Copyright © 2026 Harbour Notes Ltd"' },
    good: { 'show.md': 'copyright: Harbour Notes Ltd' },
  },
  *check({ entry }) {
    const { copyright } = entry.meta
    if (copyright === undefined || !DECORATED.test(copyright)) return
    const name = holderOf(copyright)
    yield {
      place: entry.at('copyright'),
      message: `"${copyright}" has more than the name of who holds the rights; PSP-1, a standard of podcast hosts, asks for the name alone, since a year goes out of date`,
      help: name === '' ? 'Write the name of the holder.' : `Write ${entry.words.line('copyright', name)}.`,
      fix: name === '' ? undefined : entry.fix.replace('copyright', name),
    }
  },
}
export default rule

const DECORATED = /^\W*(?:copyright\b|\(c\)|©|℗)|©|\b(?:19|20)\d\d\b/i

const holderOf = (copyright: string): string =>
  copyright
    .replace(/\bcopyright\b|\(c\)|[©℗]|\ball rights reserved\b/gi, ' ')
    .replace(/\b(?:19|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)?\d\d|present|now))?\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:&–—-]+|[\s,;:&–—-]+$/g, '')
    .replace(/^by\s+/i, '')
