/** Podping, which tells every app that listens: https://github.com/Podcastindex-org/podping.cloud */

import { ask, isSuccess, refusal, type Service } from './service.ts'

const API = 'https://podping.cloud'

export const podping: Service = ({ feed, feedUrl, secrets, client }) => {
  const { PODPING_TOKEN: token, PODPING_API: at = API } = secrets
  if (!token) return [{ to: 'Podping', at, needs: ['PODPING_TOKEN'] }]
  const url = new URL('/', at)
  url.searchParams.set('url', feedUrl)
  url.searchParams.set('reason', 'update')
  url.searchParams.set('medium', feed.medium)
  return [
    {
      to: 'Podping',
      at,
      tell: async () => {
        const said = await ask(client, url, { Authorization: token })
        return isSuccess(said.status) ? { kind: 'told' } : refusal(said)
      },
    },
  ]
}
