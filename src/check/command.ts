/** Commands for help texts, ready to be pasted into a shell. */

import { quoted } from '../units/shell.ts'

/** The command that makes `out` of a file, by ffmpeg: https://ffmpeg.org/ffmpeg.html */
export const ffmpeg = (file: string, options: string, out: string): string =>
  `ffmpeg -i ${quoted(file)} ${options} ${quoted(out)}`

/** By ImageMagick 7, whose version 6 says `convert` instead of `magick`: https://imagemagick.org/script/command-line-options.php */
export const magick = (file: string, options: string, out: string): string =>
  `magick ${quoted(file)} ${options} ${quoted(out)}`

/** How the older version calls the program. */
export const OF_SIX = ' (in ImageMagick 6, `convert`)'

/** The command in backticks, and what is to be done with what it makes, so that the picture is where it was. */
export const picture = (file: string, options: string, out: string): string => {
  const right = withEnding(file, /\.[^.]*$/.exec(out)?.[0] ?? '')
  const place = right === file ? `in place of ${file}` : `in its place as ${right}`
  return `\`${magick(file, options, out)}\`${OF_SIX}, and put ${out} ${place}`
}

/** Options that make an MP3 of speech. */
export const asMp3 = (channels: number | undefined): string =>
  `-c:a libmp3lame -b:a ${channels === 1 ? '96k' : '128k'}`

/** Options with which ImageMagick keeps three channels even where it finds that fewer would do. */
export const inRgb = (out: string): string =>
  out.endsWith('.png') ? '-type TrueColor -define png:color-type=2' : '-type TrueColor'

/** In a shell of any system but Windows' oldest; a name that begins with a hyphen is no option. */
export const mv = (from: string, to: string): string => `mv ${quoted(from)} ${quoted(to)}`

/** `out` with the ending of the file: for a result that takes the file's place. */
export const beside = (file: string, otherwise: string): string =>
  `out${/\.[^./?#]+(?=$|[?#])/.exec(file)?.[0] ?? otherwise}`

/** The file with another ending; `ending` has its dot. */
export const withEnding = (file: string, ending: string): string => file.replace(/\.[^./]*$/, '') + ending
