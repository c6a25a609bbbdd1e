import { initValues } from '../init-values.ts'
import { quoteScalar } from '../load/edits.ts'
import { asFolder } from '../units/meant-url.ts'

/** What a person has said of a new show; the rest stands for what is still to be written. */
export interface ShowAnswers {
  readonly title?: string | undefined
  readonly author?: string | undefined
  readonly email?: string | undefined
  /** Where the show will be on the web. */
  readonly site?: string | undefined
  readonly language?: string | undefined
  readonly category?: string | undefined
  /** A sentence or two. */
  readonly description?: string | undefined
}

export interface ShowStart extends ShowAnswers {
  /** IANA. */
  readonly zone: string
  /** A picture beside the file. Default: `cover.jpg`. */
  readonly image?: string | undefined
}

/** A show.md to start from: everything that a directory asks for, with a word on each. Addresses stand for the real ones. */
export const showText = (start: ShowStart): string => {
  const { site = initValues.address, author = initValues.name, email = initValues.email } = start
  const lines: readonly (readonly [string, string?])[] = [
    [`title: ${quoteScalar(start.title ?? initValues.title)}`],
    [`link: ${quoteScalar(site)}`, 'your site'],
    [
      `baseUrl: ${quoteScalar(asFolder(site))}`,
      'where you will put the output folder; every address in the feed begins with it',
    ],
    [`language: ${quoteScalar(start.language ?? 'en')}`, 'what is spoken, such as en, en-gb, de or pt-BR'],
    [
      `categories: ${quoteScalar(start.category ?? 'Technology')}`,
      "of Apple's list: https://podcasters.apple.com/support/1691-apple-podcasts-categories",
    ],
    ['explicit: false'],
    [
      `image: ${quoteScalar(start.image ?? 'cover.jpg')}`,
      'a square JPEG or PNG of 3000 × 3000 pixels, beside this file',
    ],
    [`author: ${quoteScalar(author)}`],
    [
      `owner: { name: ${inMap(author)}, email: ${inMap(email)} }`,
      'directories write to it, listeners do not see it',
    ],
    [`timezone: ${quoteScalar(start.zone)}`],
    ['website: true', 'pages of the show beside its feed; false for the feed alone'],
  ]
  return `---
# The show. Every field: \`build-feed schema show\`. Every rule: \`build-feed explain\`.
${lines.map(([field, says]) => (says === undefined ? field : `${field.padEnd(36)} # ${says}`)).join('\n')}
---

${start.description ?? initValues.about}
`
}

/** In a map on one line, commas and brackets are signs too. */
const inMap = (text: string): string => (/[,[\]{}]/.test(text) ? JSON.stringify(text) : quoteScalar(text))
