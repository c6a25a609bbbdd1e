import { describe, expect, it } from 'vitest'
import { measureAudio } from '../../src/probe/audio/measure.ts'
import { mp3, mp3Seconds } from '../support/mpeg.ts'
import { watch } from '../support/reading.ts'

const measured = (bytes: Uint8Array) => {
  const { value } = watch(measureAudio(bytes.length), bytes)
  if (value.kind !== 'audio') throw new Error(`no audio: ${JSON.stringify(value)}`)
  return value.facts
}

describe('an MP3', () => {
  it('with a header that agrees is measured by it', () => {
    const facts = measured(mp3({ seconds: 60 }))
    expect(facts.duration).toBeCloseTo(mp3Seconds({ seconds: 60 }), 6)
    expect(facts.method).toBe('header')
    expect(facts.disagreements).toEqual([])
  })
})
