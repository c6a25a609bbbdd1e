/** The audio files, from what was measured. To add one is a file and a line. */

import type { Rule } from '../../evidence.ts'
import absent from './absent.ts'
import absentFrozen from './absent-frozen.ts'
import asciiName from './ascii-name.ts'
import bitRate from './bit-rate.ts'
import endingType from './ending-type.ts'
import extension from './extension.ts'
import extensionQuery from './extension-query.ts'
import faststart from './faststart.ts'
import format from './format.ts'
import garbage from './garbage.ts'
import headerLies from './header-lies.ts'
import hole from './hole.ts'
import joined from './joined.ts'
import sameRecording from './same-recording.ts'
import sampleRate from './sample-rate.ts'
import tags from './tags.ts'
import truncated from './truncated.ts'
import video from './video.ts'
import videoCodec from './video-codec.ts'
import writtenDuration from './written-duration.ts'

export const audioRules: readonly Rule[] = [
  format,
  extension,
  endingType,
  extensionQuery,
  asciiName,
  truncated,
  hole,
  joined,
  headerLies,
  garbage,
  writtenDuration,
  tags,
  sameRecording,
  faststart,
  sampleRate,
  bitRate,
  video,
  videoCodec,
  absent,
  absentFrozen,
]
