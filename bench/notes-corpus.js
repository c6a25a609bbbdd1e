// Show notes made of nothing but a number: 1,000 different ones, about 3 KB each, the same on every machine.
const WORDS =
  'listener episode mixing compressor cable archive rebuilt quiet studio loudness river festival interview camera signal library harbour winter editing noise gain reverb microphone history kitchen market harvest machine teacher letters voice record tape reel window garden engine northern border language memory island measure filter sample public radio station morning evening'.split(
    ' ',
  )

const capital = text => text[0].toUpperCase() + text.slice(1)
const twoDigits = n => String(n).padStart(2, '0')

/** The notes of episode `i`: prose, links, a list, chapters, a quote, a bare URL, a relative link. */
export const notesOf = i => {
  let seed = i * 7919 + 1
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 4294967296
  }
  const below = n => Math.floor(random() * n)
  const words = n => Array.from({ length: n }, () => WORDS[below(WORDS.length)]).join(' ')
  const url = () => `https://${words(1)}.example/${words(1)}/${below(1e6)}?a=${i}`
  const sentence = () =>
    capital(words(6 + below(10))) +
    (random() < 0.2 ? `, [${words(3)}](${url()})` : '') +
    (random() < 0.1 ? ` **${words(2)}**` : '') +
    (random() < 0.1 ? ` *${words(2)}*` : '') +
    (random() < 0.06 ? ` & ${words(2)} "${words(2)}"` : '') +
    '.'
  const paragraph = n => Array.from({ length: n }, sentence).join(' ')
  const link = () => `- [${capital(words(4))}](${url()})\n`
  let seconds = -300
  const chapter = () => {
    seconds += 40 + below(300) + (seconds < 0 ? 300 - 40 : 0)
    return `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)} ${capital(words(3))}  \n`
  }
  const times = (n, make) => Array.from({ length: n }, make).join('')
  let notes = `${paragraph(4)}\n\n${paragraph(5)}\n\n## ${capital(words(3))}\n\n${times(8, link)}\n${paragraph(3)}\n\n`
  notes += `## Chapters\n\n${times(9, chapter)}\n${paragraph(3)}\n\n> ${paragraph(1)}\n\n`
  notes += `More at ${url()} or [the site](/notes/${i}).\n`
  while (notes.length < 3000) notes += `\n${paragraph(2)}\n`
  return notes
}
