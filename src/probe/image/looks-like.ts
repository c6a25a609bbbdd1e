/** What a file is that should have been a picture. */
export type LooksLike = 'empty' | 'git-lfs-pointer' | 'html' | 'text' | 'unknown'

const ENOUGH = 1024
// https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md#the-pointer
const LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\//
const HTML =
  /^\s*(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|title|meta|script|div|p)[\s>]/i
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

export function looksLike(head: Uint8Array): LooksLike {
  if (head.length === 0) return 'empty'
  const text = decode(head.subarray(0, ENOUGH))
  if (text === undefined || CONTROL.test(text)) return 'unknown'
  if (LFS_POINTER.test(text)) return 'git-lfs-pointer'
  return HTML.test(text) ? 'html' : 'text'
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    // `stream`: a character cut in two by the limit is not an error.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}
