/** One build in this process, and how much CPU each of its stages takes: printed as JSON. */

import { join, resolve } from 'node:path'
import { type BuildOptions, build } from '../src/build.ts'

const root = process.argv[2]!
const marks: { stage: string; cpu: number }[] = []
const onStage: BuildOptions['onStage'] = stage => {
  const { user, system } = process.cpuUsage()
  marks.push({ stage, cpu: (user + system) / 1000 })
}
await build({
  location: join(root, 'episodes'),
  folder: 'episodes',
  out: resolve(root, 'public'),
  outFolder: 'public',
  audio: true,
  now: Date.now(),
  generator: 'bench',
  process: { id: process.pid, isRunning: () => true },
  onStage,
})
console.log(
  JSON.stringify(marks.slice(0, -1).map(({ stage, cpu }, i) => ({ stage, cpu: marks[i + 1]!.cpu - cpu }))),
)
