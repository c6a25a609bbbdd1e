/**
 * A part of the door to saxes, which looks at each character of a CDATA section. The notes of a feed are nothing else, and are fifty
 * times as many characters as all its tags: here a run of them in which there is nothing to see is stepped over at once
 * (tests/syntax/quick-cdata.test.ts holds the two together). Lines and columns are not counted, since only offsets are asked for.
 */

/** As much of the parser as is needed here: what it keeps to itself, where its types are concerned. */
interface Scanner {
  readonly chunk: string
  i: number
  text: string
  captureToChar: (code: number) => boolean
}

const BRACKET = ']'
const CODE_OF_BRACKET = BRACKET.charCodeAt(0)

/** What is no character of XML, and the line ends that become others. */
const TO_SEE = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/** `parser`: of saxes. */
export const stepOverCdata = (parser: object): void => {
  const scanner = parser as Scanner
  const capture = scanner.captureToChar
  scanner.captureToChar = function (this: Scanner, code) {
    if (code === CODE_OF_BRACKET) {
      const end = this.chunk.indexOf(BRACKET, this.i)
      const run = end < 0 ? '' : this.chunk.slice(this.i, end)
      if (run !== '' && !TO_SEE.test(run)) {
        this.text += run
        this.i = end
      }
    }
    return capture.call(this, code)
  }
}
