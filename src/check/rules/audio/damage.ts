/** What the rules about damaged files share. */

import type { Finding } from '../../../diagnostic.ts'
import type { Disagreement } from '../../../model.ts'
import { formatClock } from '../../../units/duration.ts'
import { asMp3, beside, ffmpeg } from '../../command.ts'
import { eachAudio, type MeasuredAudio, worstOf } from '../../measured.ts'
import { isTaken } from './taken-formats.ts'

/** A finding for each audio file whose worst damage is of this kind. A file that has to be converted anyway is made new by that. */
export const eachDamaged = (
  kind: Disagreement['kind'],
  find: (damage: Disagreement, measured: MeasuredAudio) => Omit<Finding, 'place'>,
) =>
  eachAudio(function* (measured) {
    const worst = worstOf(measured.facts)
    if (worst?.kind !== kind || (kind !== 'truncated' && !isTaken(measured.facts))) return
    yield { place: measured.at(), ...find(worst, measured) }
  })

/** Two lengths that a person can tell apart: where whole seconds are too coarse, with tenths. */
export const clocks = (a: number, b: number): readonly [string, string] =>
  formatClock(a) === formatClock(b) || Math.min(a, b) < 1
    ? [`${a.toFixed(1)} s`, `${b.toFixed(1)} s`]
    : [formatClock(a), formatClock(b)]

/** The frames are copied as they are, and a new header is written before them. */
export const rewrite = ({ file }: MeasuredAudio): string => {
  const out = beside(file, '.mp3')
  return `\`${ffmpeg(file, '-c copy', out)}\`, and put ${out} in its place`
}

/** Encoded once more: a copy of the frames would take along what stands between and behind them. */
export const encodeAnew = ({ file, facts }: MeasuredAudio): string =>
  `\`${ffmpeg(file, asMp3(facts.channels), 'out.mp3')}\``

/** `1 byte`, `900 bytes`, `12 KB`, `3.4 MB` */
export const size = (bytes = 0): string =>
  bytes < 1000
    ? `${bytes} byte${bytes === 1 ? '' : 's'}`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1000)} KB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`
