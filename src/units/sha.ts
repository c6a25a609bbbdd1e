/** Digests as other programs compute them, in hex. */

import { hash } from 'node:crypto'

/** Only where a protocol asks for it: it protects nothing any more. */
export const sha1 = (text: string): string => hash('sha1', text, 'hex')

export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex')
