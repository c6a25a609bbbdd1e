/**
 * The Podcast Index: a notice for a feed that it knows, without a key, and the feed itself, for who has one.
 * https://podcastindex-org.github.io/docs-api/#get-/hub/pubnotify, https://podcastindex-org.github.io/docs-api/#get-/add/byfeedurl
 */

import { sha1 } from '../../units/sha.ts'
import { ask, isSuccess, type Message, type Reply, refusal, type Said, type Service } from './service.ts'

const API = 'https://api.podcastindex.org'

export const podcastIndex: Service = message => {
  const { secrets, feedUrl, client } = message
  const api = secrets.PODCASTINDEX_API ?? API
  const at = (path: string): URL => {
    const url = new URL(`/api/1.0/${path}`, api)
    url.searchParams.set('url', feedUrl)
    return url
  }
  const notice = {
    to: 'Podcast Index',
    at: api,
    tell: async () => replyOf(await ask(client, at('hub/pubnotify'))),
  }
  const adding = 'Podcast Index, to add the feed'
  const signature = signatureOf(message)
  if (signature === undefined)
    return [notice, { to: adding, at: api, needs: ['PODCASTINDEX_API_KEY', 'PODCASTINDEX_API_SECRET'] }]
  return [
    {
      to: adding,
      at: api,
      tell: async () => replyOf(await ask(client, at('add/byfeedurl'), signature)),
    },
    notice,
  ]
}

/** https://podcastindex-org.github.io/docs-api/#auth */
const signatureOf = ({ secrets, seconds }: Message): Record<string, string> | undefined => {
  const { PODCASTINDEX_API_KEY: key, PODCASTINDEX_API_SECRET: secret } = secrets
  if (!key || !secret) return undefined
  const date = String(seconds)
  return { 'X-Auth-Date': date, 'X-Auth-Key': key, Authorization: sha1(`${key}${secret}${date}`) }
}

/** It says in the body too whether it went well, and there not always the same. */
const replyOf = (said: Said): Reply => {
  if (!isSuccess(said.status)) return refusal(said)
  const { status, description } = bodyOf(said.text)
  if (status !== undefined && `${status}` !== 'true' && `${status}` !== '200')
    return refusal({ ...said, text: typeof description === 'string' ? description : said.text })
  return { kind: 'told' }
}

const bodyOf = (text: string): { readonly status?: unknown; readonly description?: unknown } => {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
