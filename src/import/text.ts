import type { Written } from '../schema/index.ts'

/** What a field says that is one text, and is not empty. */
export const text = (written: Written | undefined): string | undefined =>
  typeof written === 'string' && written !== '' ? written : undefined
