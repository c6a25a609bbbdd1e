/** Behind the words of a link, where somebody made plain text of HTML. */
const ADDRESS = /(?<=\S)\s{0,3}\(https?:\/\/[^\s()]{1,2000}\)/g

/** The beginning of a text, for a list: whole sentences where that leaves enough, else whole words. */
export const teaserOf = (text: string, most: number): string => {
  const line = text.replace(ADDRESS, '').replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  const sentence = /^.*[.!?…。！？](?=\s)/su.exec(cut)?.[0]
  if (sentence !== undefined && sentence.length > most / 2) return sentence
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 40))
  return `${words
    .toWellFormed()
    .replace(/[\s,;:–—-]+$/, '')
    .replaceAll('\ufffd', '')}…`
}
