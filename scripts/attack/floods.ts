import { attackFlood } from '../../tests/support/attack-flood.ts'
import { floods as all } from '../../tests/support/floods.ts'
import type { Attack } from './attack.ts'

/** Lines, items or characters of the smaller size. */
const SIZE = 2500

export const floods: Attack = {
  name: 'floods',
  tries:
    'shows that hold far too much of one thing, at two sizes: the time must grow as they do, and the report must not',
  run: async ({ folder, onProgress }) => {
    const failures: string[] = []
    const names = Object.keys(all)
    for (const [index, name] of names.entries()) {
      onProgress(index, names.length)
      const fault = await attackFlood(folder, all[name]!, SIZE)
      if (fault !== undefined) failures.push(`${name}: ${fault}`)
    }
    return { tried: names.length, failures }
  },
}
