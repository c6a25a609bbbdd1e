/** Putting bytes together, for the makers of test files. */

type Bytes = Uint8Array | readonly number[]

export const concat = (...parts: readonly Bytes[]): Uint8Array => concatAll(parts)

/** Takes more parts than a call takes arguments. */
export const concatAll = (parts: readonly Bytes[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** One byte per character. */
export const ascii = (text: string): Uint8Array => Uint8Array.from(text, char => char.charCodeAt(0))
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const zeros = (length: number): Uint8Array => new Uint8Array(length)

/** `value` in `length` bytes, the highest first. Takes numbers up to 2^53. */
export const be = (value: number, length: number): Uint8Array => {
  const bytes = new Uint8Array(length)
  let rest = value
  for (let i = length - 1; i >= 0; i--) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return bytes
}
/** The lowest byte first. */
export const le = (value: number, length: number): Uint8Array => be(value, length).reverse()

/** Bytes that look like nothing, always the same for a seed (xorshift). */
export const noise = (length: number, seed = 1): Uint8Array => {
  const bytes = new Uint8Array(length)
  let state = seed * 2_654_435_761 || 1
  for (let i = 0; i < length; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[i] = state
  }
  return bytes
}
