/** What follows the options in a help, such as examples: commander wraps the options alone. */

import { wrap } from '../report/wrap.ts'

const EXAMPLE = /^( {2}\$ \S.*?) {2,}(\S.*)$/

/** No line is longer than that, unless a command is, which has to stay whole to be copied. */
export const fitted = (help: string, columns: number): string => {
  const lines = help.split('\n')
  const isTight = lines.some(line => EXAMPLE.test(line) && line.length > columns)
  return lines
    .flatMap(line => {
      const [, command, note] = EXAMPLE.exec(line) ?? []
      if (command !== undefined && note !== undefined)
        return isTight ? [command, ...wrapped(note, columns, '      ')] : [line]
      return line.length > columns && !/^ /.test(line) ? wrapped(line, columns, '') : [line]
    })
    .join('\n')
}

const wrapped = (text: string, columns: number, indent: string): readonly string[] =>
  wrap(text, columns - indent.length).map(line => indent + line)
