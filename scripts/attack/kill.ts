import { asTests } from './vitest.ts'

export const kill = asTests(
  'kill',
  'kill -9 at each system call of a build that changes a file: the old output is whole, or the new one is',
  ['kill.test.ts'],
)
