import { hash } from 'node:crypto'

/** Equal for equal content, and only then. */
export const digest = (content: string | Uint8Array): string => hash('sha256', content, 'base64').slice(0, 32)
