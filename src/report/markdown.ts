import { oneLine } from './wrap.ts'

/** What GitHub's Markdown could take for a mark, a table border, a tag, a mention or a link. */
const MARKS = /[\\`*_{}[\]()#+!|<>~&:@$]|(?<=www)\./g

/** A stranger's text as plain words on one line of Markdown, in a table too. At most `max` UTF-16 units of it. */
export const plainMarkdown = (text: string, max = 500): string => {
  const line = oneLine(text)
  const bounded = line.length > max ? `${line.slice(0, max).toWellFormed()}…` : line
  return bounded.replace(MARKS, '\\$&')
}
