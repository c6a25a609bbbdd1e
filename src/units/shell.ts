/** Commands that are to be pasted into a shell. */

/** One argument, whatever it holds. */
export const quoted = (argument: string): string =>
  asWritten(argument.startsWith('-') ? `./${argument}` : argument)

/** The same of what may be an option too. */
const asWritten = (argument: string): string =>
  /^[\w./:@%+=,-]+$/.test(argument) ? argument : `"${argument.replace(/["\\$`]/g, '\\$&')}"`

/** What the program is called, where nobody says how it was started. */
export const ourName = 'build-feed'

/**
 * This program, called so: `build-feed init talks`. The one place that knows how it is called where a hint tells somebody to.
 * `words` stay as they are; `files` may have any name.
 */
export const ours = (words = '', ...files: readonly string[]): string =>
  [ourName, words, ...files.map(quoted)].filter(word => word !== '').join(' ')

/** The command that somebody gave, with more words, which stay before a `--`: behind it every word is a folder. */
export const oursAgain = (given: readonly string[], words: string): string => {
  const end = given.indexOf('--')
  const [before, after] = end < 0 ? [given, []] : [given.slice(0, end), given.slice(end)]
  return [ourName, ...before.map(asWritten), words, ...after.map(asWritten)].join(' ')
}

/** The command that makes an episode of a recording. `folder`: the show's, which is told where it is not the one that is taken anyway. */
export const newCommand = (folder: string, recording: string): string => {
  const isUsual = folder === '' || folder === '.' || folder === 'episodes'
  return isUsual ? ours('new', recording) : ours(`new --show ${quoted(folder)}`, recording)
}

/**
 * A hint in the words that started the program, which may have been npx or a script of npm. What is said is said without
 * knowing them, as the same finding is read by programs and on other machines.
 */
export const spoken = (hint: string, program: string): string =>
  program === ourName
    ? hint
    : hint.replace(/`build-feed(?= [^`\n]|`)/g, (_, offset: number) => {
        const isAlone = hint[offset + ourName.length + 1] === '`'
        return `\`${isAlone ? program.replace(/ --$/, '') : program}`
      })
