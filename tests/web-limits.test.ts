/** What the network may take of one build, whatever the hosts do: bounded in time and bytes, and patient with nobody for ever. */

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build } from '../src/build.ts'
import { standing } from '../src/cli/standing.ts'
import { webConnections, webSilences } from '../src/limits.ts'
import type { Transport } from '../src/probe/index.ts'
import { unreachable } from '../src/web/transport.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { now } from './support/run.ts'
import { type Web, webOf } from './support/web.ts'

/** A show whose episodes lie where `urlOf` says. */
const showAt = (count: number, urlOf: (n: number) => string): string => {
  const root = temporaryFolder()
  const { '001.mp3': _, '002.mp3': __, '001.md': ___, '002.md': ____, ...rest } = goodShow()
  const episodes = Array.from({ length: count }, (_, n) => [
    `${n}.md`,
    documentOf(
      {
        ...frontMatter['001.md'],
        title: `Port ${n}`,
        date: new Date(Date.UTC(2025, 0, 1 + n)).toISOString(),
        episode: `${n + 1}`,
        audio: urlOf(n),
      },
      `About port ${n}.\n`,
    ),
  ])
  writeFiles(join(root, 'episodes'), { ...rest, ...Object.fromEntries(episodes) })
  return root
}

const cacheHome = temporaryFolder()
const run = (root: string, transport: Transport, network?: Parameters<typeof build>[0]['network']) => {
  const location = join(root, 'episodes')
  const io = {
    env: { XDG_CACHE_HOME: cacheHome },
    runtime: 'test',
    cwd: root,
    user: process.geteuid?.(),
  } as never
  return build({
    location,
    folder: 'episodes',
    out: join(root, 'public'),
    outFolder: 'public',
    now,
    audio: true,
    generator: 'build-feed test',
    process: { id: process.pid, isRunning: () => true },
    cache: standing({ location }, join(root, 'public'), io),
    transport,
    network,
  })
}

const asked = (transport: Transport) => {
  const requests: string[] = []
  const counting: Transport = question => {
    requests.push([question.method, question.url.href, question.headers.Range].filter(Boolean).join(' '))
    return transport(question)
  }
  return { requests, transport: counting }
}

describe('a host that does not answer', () => {
  const silent =
    (why: 'dns' | 'refused' | 'tls' | 'timeout' | 'reset'): Transport =>
    async ({ url }) => {
      throw unreachable(why, url.hostname)
    }
  const root = showAt(300, n => `https://down.example/${n}.mp3`)

  test.each(['dns', 'refused', 'tls', 'timeout', 'reset'] as const)(
    '%s: is asked a few times, and is one finding',
    async why => {
      const { requests, transport } = asked(silent(why))
      const { diagnostics } = await run(root, transport)
      const found = diagnostics.filter(({ rule }) => rule === 'web/unreachable')
      expect(found).toHaveLength(1)
      expect(found[0]!.message).toContain('so the audio of 300 episodes cannot be looked at')
      // Eight are under way when the first fails.
      expect(requests.length).toBeLessThanOrEqual(webSilences + 8)
    },
  )

  test('503 for ever: the same', async () => {
    const { requests, transport } = asked(
      webOf(
        Object.fromEntries(
          Array.from({ length: 300 }, (_, n) => [`https://down.example/${n}.mp3`, '!status 503']),
        ),
      ),
    )
    const { diagnostics } = await run(root, transport)
    expect(diagnostics.filter(({ rule }) => rule === 'web/unreachable')).toHaveLength(1)
    expect(requests.length).toBeLessThanOrEqual(webSilences + 8)
  })

  test('behind the redirects of a host that does answer: the same', async () => {
    const prefixed = showAt(300, n => `https://prefix.example/${n}.mp3`)
    const { requests, transport } = asked(async question =>
      question.url.hostname === 'down.example'
        ? silent('timeout')(question)
        : webOf({ [question.url.href]: `!redirect https://down.example${question.url.pathname}` })(question),
    )
    const { diagnostics } = await run(prefixed, transport)
    expect(diagnostics.filter(({ rule }) => rule === 'web/unreachable')).toHaveLength(1)
    expect(requests.filter(one => one.includes('down.example')).length).toBeLessThanOrEqual(webSilences + 8)
  })

  test('some that are missing do not speak for the others', async () => {
    const some = showAt(30, n => `https://media.example/${n}.mp3`)
    const web: Record<string, string> = {}
    for (let n = 0; n < 30; n++)
      web[`https://media.example/${n}.mp3`] = n % 3 === 0 ? '!mp3 3' : '!status 404'
    const { diagnostics } = await run(some, webOf(web))
    expect(diagnostics.filter(({ rule }) => rule === 'web/unreachable')).toHaveLength(20)
  })
})

describe('the network of one build', () => {
  const withEtag =
    (web: Web): Transport =>
    async question => {
      const answer = await webOf(web)(question)
      return { ...answer, headers: { ...answer.headers, etag: `"${question.url.pathname}"` } }
    }
  const web: Web = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [`https://media.example/${n}.mp3`, `!mp3 ${10 + n}`]),
  )

  test('is bounded in bytes; what was measured is remembered, and the next build goes on there', async () => {
    const root = showAt(30, n => `https://media.example/${n}.mp3`)
    const { requests, transport } = asked(withEtag(web))
    const left: number[] = []
    let built = await run(root, transport, { bytes: 100_000 })
    while (built.output === undefined) {
      const found = built.diagnostics.filter(({ severity }) => severity === 'error')
      expect(found.map(({ rule }) => rule)).toEqual(['web/over-limit'])
      left.push(
        Number(
          /and (\d+) recordings? (?:is|are) left to measure, so this feed is not published yet/.exec(
            found[0]!.message,
          )?.[1],
        ),
      )
      expect(left.at(-1)).toBeLessThan(left.at(-2) ?? 30)
      built = await run(root, transport, { bytes: 100_000 })
    }
    expect(left.length).toBeGreaterThan(1)
    expect(built.podcast?.releases).toHaveLength(30)
    // Nothing that was measured is fetched twice.
    const begun = requests.filter(one => one.endsWith('bytes=0-65535'))
    expect(begun).toHaveLength(30)
  })

  test('is bounded in time, whoever keeps silent: what is left is one finding', async () => {
    const root = showAt(61, n => `https://host${n}.example/x.mp3`)
    const { requests, transport } = asked(
      ({ url }) =>
        new Promise((_, reject) => setTimeout(() => reject(unreachable('timeout', url.hostname)), 1)),
    )
    const { diagnostics, output } = await run(root, transport, { milliseconds: 0 })
    expect(output).toBeUndefined()
    expect(new Set(requests).size).toBeLessThanOrEqual(2 * webConnections)
    const found = diagnostics.filter(({ rule }) => rule === 'web/over-limit')
    expect(found).toHaveLength(1)
    expect(found[0]!.message).toMatch(
      /^one build uses the network for at most .+, and 53 recordings are left to measure, so this feed is not published yet$/,
    )
  })
})
