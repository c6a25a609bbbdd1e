/** Each hub that the feed names: https://www.w3.org/TR/websub/#publishing */

import { persist } from '../../web/client.ts'
import { postForm } from '../../web/form.ts'
import { PASSING } from '../../web/passing.ts'
import { WebFailure } from '../../web/transport.ts'
import { refusal, type Service } from './service.ts'

export const websub: Service = ({ feed, feedUrl, client }) =>
  feed.hubs.map(hub => ({
    to: `the hub ${new URL(hub).host}`,
    tell: () =>
      persist(client, async () => {
        const reply = await postForm(client, new URL(hub), [
          ['hub.mode', 'publish'],
          ['hub.url', feedUrl],
        ])
        if (!('text' in reply)) throw new WebFailure(reply)
        const { kind, status, host } = reply
        if (kind === 'accepted') return { kind: 'told' }
        if (PASSING.includes(status)) throw new WebFailure({ kind: 'status', status, host })
        return refusal(reply)
      }),
  }))
