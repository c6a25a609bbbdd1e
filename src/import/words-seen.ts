import { withoutReferences } from '../syntax/html-references.ts'

/** What a person sees of a text, be it HTML or not, without white space and in small letters: to tell whether two say the same. */
export const wordsSeen = (html: string): string =>
  withoutReferences(html.replace(/<[^>]*>/g, ' '))
    .replace(/[\s\u00a0]+/g, '')
    .toLowerCase()
