/** The words that started the program, so that a hint can be typed as it stands: by npx, or `npm run feed --`. */

import { delimiter, dirname, relative, resolve } from 'node:path'
import { ourName, quoted } from '../units/shell.ts'

export interface Start {
  /** What Node was given to run: `/home/ada/show/node_modules/.bin/build-feed`. */
  readonly script: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Where it cannot be told, the plain name. */
export const calledAs = (start: Start): string => {
  const { env } = start
  // What runs a script, or a package, leaves its own command to all that it starts: only one that names us is about us.
  const script = env.npm_lifecycle_script?.trim().replace(/^'(.*)'$/, '$1')
  const event = env.npm_lifecycle_event
  if (script === ourName && env.npm_command === 'exec') return `npx ${ourName}`
  if (script !== undefined && event !== undefined && isOurs.test(script)) return runOf(event, env)
  return byItsFile(start)
}

/** Without arguments of its own at the end, so that others can follow. */
const isOurs = /(?:^|[\s/\\])build-feed(?:\.js)?["']?$/

/** `npm run feed --`: behind the two hyphens are the arguments of the script. */
const runOf = (event: string, env: Start['env']): string => {
  const manager = managerOf(env)
  if (manager === 'npm') return `npm run ${quoted(event)} --`
  return manager === 'yarn' ? `yarn ${quoted(event)}` : `${manager} run ${quoted(event)}`
}

type Manager = 'npm' | 'pnpm' | 'yarn' | 'bun'

/** `pnpm/9.1.0 npm/? node/v22.1.0 linux x64` */
const managerOf = ({ npm_config_user_agent: agent = '' }: Start['env']): Manager =>
  (['pnpm', 'yarn', 'bun'] as const).find(manager => agent.startsWith(`${manager}/`)) ?? 'npm'

const fromPackages: Readonly<Record<Manager, string>> = {
  npm: `npx ${ourName}`,
  pnpm: `pnpm exec ${ourName}`,
  yarn: `yarn ${ourName}`,
  bun: `bunx ${ourName}`,
}

const byItsFile = ({ script, cwd, env }: Start): string => {
  const folder = dirname(script)
  if ((env.PATH ?? env.Path ?? '').split(delimiter).some(one => one !== '' && resolve(one) === folder))
    return ourName
  const path = relative(cwd, script).replaceAll('\\', '/')
  const isBelow = !/^(?:\.\.(?:\/|$)|\/|[A-Za-z]:)/.test(path)
  if (isBelow && /(?:^|\/)node_modules\//.test(path)) return fromPackages[managerOf(env)]
  return isBelow && path.endsWith('.js') ? `node ${quoted(path)}` : ourName
}
