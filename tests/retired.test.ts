/** An id is permanent: one that is no more is explained, and an `allow` of it counts for the rule that took its place. */

import { describe, expect, test } from 'vitest'
import { retired } from '../src/retired.ts'
import { rulesById } from '../src/rules.ts'
import { severityFor, targetNames } from '../src/targets.ts'
import { lay } from './support/lay.ts'
import { runShow } from './support/run.ts'
import { say } from './support/terminal.ts'

const ids = Object.keys(retired)
const withSuccessor = ids.flatMap(id => {
  const successor = retired[id]!.successor
  return successor === undefined ? [] : [{ id, successor }]
})

test('there are some, and none of them is a rule of today', () => {
  expect(ids.length).toBeGreaterThan(5)
  expect(withSuccessor.length).toBeGreaterThan(3)
  expect(ids.filter(id => rulesById.has(id))).toEqual([])
  expect(withSuccessor.filter(({ successor }) => !rulesById.has(successor))).toEqual([])
})

describe('explain', () => {
  test.each(ids)('%s', async id => {
    const { code, stdout, stderr } = await say({ cwd: '/' }, 'explain', id)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`${id} is no longer a rule. ${retired[id]!.because}`)
    const { successor } = retired[id]!
    if (successor !== undefined) expect(stdout).toContain(rulesById.get(successor)!.why.slice(0, 30))
  })
})

describe('allow', () => {
  test.each(withSuccessor)('$id allows $successor', async ({ id, successor }) => {
    const rule = rulesById.get(successor)!
    // For somebody who does not refuse it: an error cannot be allowed.
    const target = targetNames.find(one => !['error', undefined].includes(severityFor(rule, [one])))!
    const { files, run } = lay(rule.example.bad)
    const settings = { ...run, targets: [target] }
    expect((await runShow(files, settings)).ids).toContain(successor)
    const show = String(files['show.md']).replace(/^---\n/, `---\nallow: [${id}]\n`)
    const { diagnostics } = await runShow({ ...files, 'show.md': show }, settings)
    expect(diagnostics.map(one => one.rule)).not.toContain(successor)
    // It is told that the rule has another name now, and counts all the same.
    expect(diagnostics.filter(one => one.rule === 'allow/unused')).toEqual([])
  })

  test.each(ids.filter(id => retired[id]!.successor === undefined))(
    '%s: nobody says it any more',
    async id => {
      const { files, run } = lay({ 'show.md': `allow: ${id}` })
      const { diagnostics } = await runShow(files, run)
      expect(diagnostics.map(one => [one.rule, one.severity])).toEqual([['allow/unknown-rule', 'warning']])
      expect(`${diagnostics[0]!.message} ${diagnostics[0]!.help}`).toContain(
        retired[id]!.because.slice(0, 20),
      )
    },
  )
})
