export interface Heading {
  /** UTF-16 units of the notes. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The first `# heading` near the top of the notes, which some sites have for a title. */
export const firstHeading = (notes: string): Heading | undefined => {
  const found = /^#{1,6}[ \t]+(\S[^\r\n]{0,500})$/m.exec(notes.slice(0, 20_000))
  if (found === null) return undefined
  const { index: start, 0: line, 1: text } = found
  return { start, end: start + line.length, text: text!.replace(/[ \t]+#*[ \t]*$/, '') }
}
