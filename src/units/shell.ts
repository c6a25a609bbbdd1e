/** Commands that are to be pasted into a shell. */

/** One argument, whatever it holds. */
export const quoted = (argument: string): string => {
  const safe = argument.startsWith('-') ? `./${argument}` : argument
  return /^[\w./:@%+=,-]+$/.test(safe) ? safe : `"${safe.replace(/["\\$`]/g, '\\$&')}"`
}

/** The command that makes an episode of a recording. `folder`: the show's, which is told where it is not the one that is taken anyway. */
export const newCommand = (folder: string, recording: string): string => {
  const isUsual = folder === '' || folder === '.' || folder === 'episodes'
  return `build-feed new ${isUsual ? '' : `--show ${quoted(folder)} `}${quoted(recording)}`
}
