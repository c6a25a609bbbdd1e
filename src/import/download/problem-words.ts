/** Why a file could not be brought over, as a sentence about it. */

import { webFileBytes, webRedirects } from '../../limits.ts'
import { bytesText } from '../../units/amount.ts'
import type { FileProblem } from '../../web/fetch-file.ts'
import { refusedWords } from '../../web/refused-words.ts'
import { unreachableWords } from '../../web/unreachable-words.ts'

export const fileProblemWords = (problem: FileProblem): string => {
  const { host } = problem
  switch (problem.kind) {
    case 'refused-address':
      return `it leads to ${problem.address}, which ${refusedWords(problem.address, 'to fetch it')}`
    case 'too-many-redirects':
      return `after ${webRedirects} steps it still leads on, at last from ${host}`
    case 'scheme':
      return `${host} leads on to an address that begins with ${problem.scheme}:`
    case 'downgraded':
      return `it leads from https to ${host} without https, where anybody on the way could change it`
    case 'web-page':
      return `${host} sends a web page in its place`
    case 'wrong-length':
      return `${host} sends ${problem.bytes.toLocaleString('en')} bytes, and says that it has ${problem.expected.toLocaleString('en')}`
    default:
      if (problem.kind === 'unreachable' && problem.why === 'too-large')
        return `${host} sends more than ${bytesText(webFileBytes)}`
      return `${host} ${unreachableWords(problem).is}`
  }
}
