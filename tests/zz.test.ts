import { test } from 'vitest'
import { goodShow } from './support/good-show.ts'
import { runShow } from './support/run.ts'

test('x', async () => {
  const r = await runShow(goodShow())
  console.log(
    r.diagnostics.map(d => d.rule + d.message),
    r.feed?.slice(0, 600),
  )
})
