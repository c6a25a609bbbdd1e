/** A feed, attacked, through all that `validate feed.xml` does: read → judge → report. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { validate } from '../../src/make.ts'
import { render } from '../../src/render/index.ts'
import { reporters } from '../../src/report/index.ts'
import { rulesById } from '../../src/rules.ts'
import { validateFeed } from '../../src/validate-feed.ts'
import type { AnyFeed } from './any-feed.ts'
import { everythingShow } from './everything-show.ts'
import type { Files } from './folder.ts'
import { laid } from './lay-feed.ts'
import { webOf } from './web.ts'

const now = Date.parse('2026-11-24T12:00:00Z')

/** A plain feed, and one that says everything that can be said. */
export const feedSeeds = async (folder: string): Promise<readonly string[]> => [
  laid(''),
  await feedOf(folder, everythingShow()),
]

const feedOf = async (folder: string, files: Files): Promise<string> => {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, 'episodes', path)
    mkdirSync(dirname(file), { recursive: true })
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content)
  }
  const { podcast, diagnostics } = await validate({
    location: join(folder, 'episodes'),
    folder: 'episodes',
    now,
    generator: 'build-feed test',
    transport: webOf({}),
  })
  if (podcast === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const feed = render(podcast, { audio: true }).find(({ path }) => path === 'feed.xml')
  return Buffer.from((feed as { readonly bytes: Uint8Array }).bytes).toString()
}

/** The exception, whatever the feed holds; undefined when all is well. */
export const attackFeed = ({ bytes }: Pick<AnyFeed, 'bytes'>): string | undefined => {
  try {
    const { diagnostics, text, title, episodes } = validateFeed({ file: 'feed.xml', bytes, now })
    const report = {
      diagnostics,
      rules: rulesById,
      source: () => text,
      shows: [{ name: title ?? 'feed.xml', folder: 'feed.xml', episodes, ready: {} }],
      files: ['feed.xml'],
      tool: { name: 'build-feed', version: '0.0.0' } as const,
    }
    for (const name of ['pretty', 'json'])
      reporters.find(one => one.name === name)!.render(report, { colour: false, width: 80, quiet: false })
    return undefined
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
