import { createHash } from 'node:crypto'

/** Equal for equal content, and only then. */
export const digest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64').slice(0, 32)
