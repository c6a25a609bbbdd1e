/** An e-mail address with a name, as RSS 2.0 writes people: https://www.rssboard.org/rss-profile#element-channel-managingeditor */

/** Real names are short, and a longer text need not be matched. */
const FORM = /^[^\s@()]{1,64}@[^\s@()]{1,255} \([^()]{1,200}\)$/

export const isContact = (written: string): boolean => FORM.test(written.slice(0, 600))

export const contactHelp = (written: string): string =>
  `Write \`${formOf(written)}\`, or leave it out: directories do not need it.`

/** What is there is the one or the other. */
const formOf = (written: string): string => {
  const text = written
    .slice(0, 60)
    .replace(/[()<>`]/g, ' ')
    .trim()
  return text.includes('@') ? `${text.split(/\s/)[0]} (Ada Pier)` : `ada@show.example (${text})`
}
