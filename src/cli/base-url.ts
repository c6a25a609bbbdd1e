/** `--base-url`, or the answer to where a show will be served: what cannot be one is refused before anything is done. */

import { hasCredentials } from '../units/credentials.ts'
import { asFolder, meantUrl } from '../units/meant-url.ts'
import { folderIn, isHttpUrl, tailOf } from '../units/url.ts'
import { UsageError } from './io.ts'

/** What is wrong with it, and what to do, as the end of a sentence; undefined where nothing is. */
export const baseUrlProblem = (written: string): string | undefined => {
  if (!isHttpUrl(written))
    return `is not a full address; write ${asFolder(meantUrl(written) ?? 'https://show.example/')}`
  if (hasCredentials(written))
    return 'holds a user name or password, which every subscriber would see; leave out the part before the @'
  const tail = tailOf(written)
  return tail === undefined
    ? undefined
    : `ends in "${tail}", and the names of files are put behind it; write the folder that is served, such as ${asFolder(folderIn(written))}`
}

/** @throws UsageError that says what is wrong with it */
export const checkBaseUrl = (written: string | undefined): void => {
  const problem = written === undefined ? undefined : baseUrlProblem(written)
  if (problem !== undefined) throw new UsageError(`--base-url "${written}" ${problem}`)
}
