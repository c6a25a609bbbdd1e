import { describe, expect, it } from 'vitest'
import { markdownFileBytes } from '../../src/limits.ts'
import { decodeText } from '../../src/load/front-matter.ts'

const bytes = (text: string, encoding: BufferEncoding): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding))

describe('decodeText', () => {
  it.each(['', 'plain', 'Ünï 🎙', '\ufeff---\n'])('UTF-8 as it is, with its byte order mark: %j', text => {
    expect(decodeText(bytes(text, 'utf8'))).toEqual({ text })
  })

  it.each([
    ['UTF-16LE with a mark', bytes('\ufeff---\ntitle: Ü\n', 'utf16le')],
    ['UTF-16LE without', bytes('---\ntitle: Ü\n', 'utf16le')],
    ['UTF-16BE with a mark', new Uint8Array(Buffer.from('\ufeff---\ntitle: Ü\n', 'utf16le').swap16())],
    ['UTF-16BE without', new Uint8Array(Buffer.from('---\ntitle: Ü\n', 'utf16le').swap16())],
  ])('%s is read and reported (gray-matter makes mojibake of it without a word)', (name, given) => {
    const { text, problem } = decodeText(given)
    expect(text.replace('\ufeff', '')).toBe('---\ntitle: Ü\n')
    expect(problem?.kind).toBe('encoding')
    expect(problem?.message).toContain(name.split(' ')[0]!.replace('UTF-16', 'UTF-16'))
  })

  it('an older encoding is read as Windows-1252 (Node 20’s decoder loses €), and the first strange character is shown', () => {
    const { text, problem } = decodeText(bytes('---\ntitle: Für \x80 5\n', 'latin1'))
    expect(text).toBe('---\ntitle: Für € 5\n')
    expect(problem?.kind).toBe('encoding')
    expect(text.slice(problem!.start, problem!.end)).toBe('ü')
  })

  it('UTF-8 with a broken byte stays UTF-8', () => {
    const { text, problem } = decodeText(
      Buffer.concat([Buffer.from('Grüße '), Buffer.from([0xff]), Buffer.from(' Ö')]),
    )
    expect(text).toBe('Grüße \ufffd Ö')
    expect(problem).toMatchObject({ kind: 'encoding', start: 6, end: 7 })
  })

  it('a file cut in the middle of a character', () => {
    expect(decodeText(Buffer.from('é🎙').subarray(0, 4)).problem).toMatchObject({ kind: 'encoding', start: 1 })
  })

  it('a file that is too large is not decoded', () => {
    const { text, problem } = decodeText(new Uint8Array(markdownFileBytes + 1))
    expect(text).toBe('')
    expect(problem?.kind).toBe('too-large')
  })
})
