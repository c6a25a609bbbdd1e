/** The ways in which a show could name, or hold, what is not its own. Every way is tried with every field and every file. */

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { concat } from '../support/bytes.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { id3v2 } from '../support/id3.ts'
import { jpeg } from '../support/image.ts'
import { mp3 } from '../support/mpeg.ts'
import { canMakeDevices, canMakePipes, makeDevice, makePipe, makeSocket } from '../support/special-file.ts'

/** A repository with a show, beside a folder of secrets. */
export interface Scene {
  readonly root: string
  readonly repository: string
  readonly show: string
}

/** Folders that hold every secret: outside, and inside where nothing is ever read. */
const hoards = ['secrets', 'repository/episodes/.hidden', 'repository/episodes/node_modules/x']

/** Folders of the show that lead out of it. Each stops a build, so that it is there only where it is the way that is tried. */
const linkedFolders = {
  out: '../../secrets',
  folded: '_a/b/c/d/e/f/l/../../../secrets',
  dots: '.hidden',
  modules: 'node_modules/x',
} as const

export const sceneOf = (
  secrets: Readonly<Record<string, Uint8Array | string>>,
  { through }: Pick<Way, 'through'> = {},
): Scene => {
  const root = temporaryFolder()
  const repository = join(root, 'repository')
  const show = join(repository, 'episodes')
  mkdirSync(join(repository, '.git'), { recursive: true })
  for (const hoard of hoards) writeFiles(join(root, hoard), secrets)
  writeFiles(show, {
    // Read as text, `_a/b/c/d/e/f/l/../../../secrets` is inside; the kernel follows `l` first.
    'sub/k': '',
    '_a/b/c/d/secrets/k': '',
    '_a/b/c/d/e/f/l': { link: '../../../../../../sub' },
    ...(through && { [through]: { link: linkedFolders[through] } }),
  })
  return { root, repository, show }
}

export interface Way {
  readonly name: string
  /** What a field says in order to get at the secret of that name. */
  readonly written?: (secret: string, scene: Scene) => string
  /** What stands in the show, where the field or the episode looks for a file. */
  readonly put?: (at: string, secret: string, scene: Scene) => void | Promise<void>
  /** A folder of the show that leads out of it. */
  readonly through?: keyof typeof linkedFolders
  /** There is nothing to be said of it, when nothing names it. */
  readonly isHarmless?: boolean
}

const written = (name: string, how: NonNullable<Way['written']>, over: Pick<Way, 'through'> = {}): Way => ({
  name,
  written: how,
  ...over,
})
const link = (
  name: string,
  target: (secret: string, scene: Scene) => string,
  over: Pick<Way, 'through'> = {},
): Way => ({
  name,
  put: (at, secret, scene) => symlinkSync(target(secret, scene), at),
  ...over,
})

const outside = (secret: string, { root }: Scene): string => join(root, 'secrets', secret)

export const ways: readonly Way[] = [
  written('../', secret => `../../secrets/${secret}`),
  written('./../', secret => `./.././../secrets/${secret}`),
  written('a folder and ../', secret => `sub/../../../secrets/${secret}`),
  written('../ with a space behind', secret => `../../secrets/${secret} `),
  written('an absolute path', outside),
  written('an absolute path with two slashes', (...args) => `/${outside(...args)}`),
  written('the address of a file', (...args) => pathToFileURL(outside(...args)).href),
  written('file: and ../', secret => `file:../../secrets/${secret}`),
  written('FILE:', (...args) => `FILE://${outside(...args)}`),
  written('%2e%2e/', secret => `%2e%2e/%2e%2e/secrets/${secret}`),
  written('..%2f', secret => `..%2f..%2fsecrets%2f${secret}`),
  written('%252e', secret => `%252e%252e/%252e%252e/secrets/${secret}`),
  written('%00', secret => `../../secrets/${secret}%00.jpg`),
  written('a NUL behind', secret => `../../secrets/${secret}\0.jpg`),
  written('a NUL in front', secret => `\0../../secrets/${secret}`),
  written('a NUL between', secret => `sub/k\0/../../../secrets/${secret}`),
  written('backslashes', secret => `..\\..\\secrets\\${secret}`),
  written('a backslash and a slash', secret => `..\\../secrets/${secret}`),
  written('full-width dots', secret => `．．/．．/secrets/${secret}`),
  written('a Windows drive', secret => `C:\\secrets\\${secret}`),
  written('a Windows drive with slashes', secret => `c:/secrets/${secret}`),
  written('a Windows device path', secret => `\\\\?\\C:\\secrets\\${secret}`),
  written('a share', secret => `//host/share/${secret}`),
  written('the home folder', secret => `~/${secret}`),
  written('a variable', secret => `$HOME/${secret}`),
  written('/proc/self/root', (...args) => `/proc/self/root${outside(...args)}`),
  written('/proc/self/cwd', secret => `/proc/self/cwd/../secrets/${secret}`),
  written('/dev/fd', secret => `/dev/fd/../../${secret}`),
  written('a name that begins with a dot', secret => `.hidden/${secret}`),
  written('../ and a name that begins with a dot', secret => `sub/../.hidden/${secret}`),
  written('node_modules', secret => `node_modules/x/${secret}`),
  written('a folder that leads out', secret => `out/${secret}`, { through: 'out' }),
  written('a folder that leads out by a folded ..', secret => `folded/${secret}`, { through: 'folded' }),
  written('a folder that leads to a name with a dot', secret => `dots/${secret}`, { through: 'dots' }),
  written('a folder that leads into node_modules', secret => `modules/${secret}`, { through: 'modules' }),
  link('a link out', outside),
  link('a relative link out', secret => `../../secrets/${secret}`),
  link('a link through a folder that leads out', secret => `out/${secret}`, { through: 'out' }),
  link(
    'a link through a link through a folder, out by a folded ..',
    secret => `_a/b/c/d/e/f/l/../../../secrets/${secret}`,
  ),
  {
    name: 'a link to a link out',
    put: (at, secret, scene) => {
      const step = join(scene.show, '_steps', secret)
      mkdirSync(dirname(step), { recursive: true })
      symlinkSync(outside(secret, scene), step)
      symlinkSync(`_steps/${secret}`, at)
    },
  },
  link('a link by /proc/self/root', (...args) => `/proc/self/root${outside(...args)}`),
  link('a link to a name that begins with a dot', secret => `.hidden/${secret}`),
  link('a link into node_modules', secret => `node_modules/x/${secret}`),
  link('a link to what the program runs in', () => '/proc/self/environ'),
  link('a link to what never ends', () => '/dev/zero'),
  link('a link to standard input', () => '/dev/stdin'),
  link('a link to nothing', secret => `nowhere-${secret}`),
  { name: 'a link to itself', put: at => symlinkSync(at, at) },
  { name: 'a link to a folder', put: at => symlinkSync('sub', at), isHarmless: true },
  { name: 'a folder', put: at => mkdirSync(at), isHarmless: true },
  ...(canMakePipes
    ? [
        { name: 'a pipe', put: makePipe },
        {
          name: 'a link to a pipe',
          put: (at: string) => {
            mkdirSync(join(dirname(at), '_pipes'), { recursive: true })
            makePipe(join(dirname(at), '_pipes', at.slice(dirname(at).length)))
            symlinkSync(`_pipes${at.slice(dirname(at).length)}`, at)
          },
        },
        { name: 'a socket', put: makeSocket },
      ]
    : []),
  ...(canMakeDevices ? [{ name: 'a device', put: makeDevice }] : []),
]

const picture = jpeg({ width: 3000 })
const sound = mp3({ seconds: 10 })

/** What nobody may see, in a file that would go through every rule if it were the show's own. */
export const secretFile = (name: string, token: string): Uint8Array | string => {
  switch (name.slice(name.lastIndexOf('.') + 1)) {
    case 'jpg':
      return concat(picture, Buffer.from(token))
    case 'mp3':
      return concat(id3v2({ texts: { TIT2: token }, encoding: 'latin1' }), sound)
    case 'vtt':
      return `WEBVTT\n\n00:00.000 --> 00:05.000\n<v ${token}>${token}\n`
    case 'txt':
      return `0:00 ${token}\n0:05 ${token}\n${token}\n`
    default:
      return `${token}\n${token}: [\n`
  }
}

export const write = (at: string, content: Uint8Array | string): void => {
  mkdirSync(dirname(at), { recursive: true })
  writeFileSync(at, content)
}
