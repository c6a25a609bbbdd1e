/**
 * Whether the URL parser takes it, from `base` on where there is one. Up to Node 22, `URL.canParse` refuses hosts such as
 * `bücher.example` once it has been called a few thousand times: compiled, it reads their letters in another encoding.
 */
export const canParseUrl = (text: string, base?: string): boolean =>
  isAscii(text) && isAscii(base ?? '') ? URL.canParse(text, base) : isMade(text, base)

const isAscii = (text: string): boolean => !/[^\p{ASCII}]/u.test(text)

const isMade = (text: string, base: string | undefined): boolean => {
  try {
    return Boolean(new URL(text, base))
  } catch {
    return false
  }
}
