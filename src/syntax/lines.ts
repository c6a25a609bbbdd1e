/** Without a byte order mark; ended by LF, CR or CR LF. */
export const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)

/** Enough of a line to recognise it. */
export const beginning = (line: string): string => (line.length > 80 ? `${line.slice(0, 79)}…` : line)
