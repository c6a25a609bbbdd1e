/** Artwork that is here already, and may be another one at its host by now. Which of the two is meant, nobody but its owner knows. */

import { webAnswerMilliseconds } from '../../limits.ts'
import { canParseUrl } from '../../units/can-parse-url.ts'
import type { Client } from '../../web/client.ts'
import { deadlineIn } from '../../web/deadline.ts'
import { answerOf, headOf, lengthOf } from '../../web/head.ts'
import { WebFailure } from '../../web/transport.ts'

/**
 * A sentence about the file at `path`; undefined where the two are of one size, and where the host does not tell.
 * `bytes`: of the file that is here. Rejects only when it is stopped.
 */
export const changedAtHost = async (
  client: Client,
  url: string,
  { path, bytes }: { readonly path: string; readonly bytes: number },
): Promise<string | undefined> => {
  if (!canParseUrl(url)) return undefined
  const deadline = deadlineIn(webAnswerMilliseconds)
  try {
    const answer = answerOf(await headOf(client, new URL(url), deadline.signal))
    const length = answer?.headers['content-encoding'] === undefined ? lengthOf(answer) : undefined
    if (length === undefined || length === bytes) return undefined
    return `the feed names artwork of ${length.toLocaleString('en')} bytes, and this file has ${bytes.toLocaleString('en')}; if the one of the feed is newer, delete ${path} and import again`
  } catch (error) {
    if (error instanceof WebFailure) return undefined
    throw error
  } finally {
    deadline.clear()
  }
}
