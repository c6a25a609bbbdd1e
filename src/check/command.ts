/** Commands for help texts, ready to be pasted into a shell. */

/** The command that makes `out` of a file, by ffmpeg: https://ffmpeg.org/ffmpeg.html */
export const ffmpeg = (file: string, options: string, out: string): string =>
  `ffmpeg -i ${quoted(file)} ${options} ${quoted(out)}`

/** By ImageMagick 7, whose version 6 says `convert` instead of `magick`: https://imagemagick.org/script/command-line-options.php */
export const magick = (file: string, options: string, out: string): string =>
  `magick ${quoted(file)} ${options} ${quoted(out)}`

/** One argument, whatever it holds. */
export const quoted = (argument: string): string => {
  const safe = argument.startsWith('-') ? `./${argument}` : argument
  return /^[\w./:@%+=,-]+$/.test(safe) ? safe : `"${safe.replace(/["\\$`]/g, '\\$&')}"`
}

/** The file with another ending; `ending` has its dot. */
export const withEnding = (file: string, ending: string): string => file.replace(/\.[^./]*$/, '') + ending
