/** What is asked of transcripts. To add a rule is a file and a line. */

import type { Rule } from '../../evidence.ts'
import captions from './captions.ts'
import coverage from './coverage.ts'
import cueForm from './cue-form.ts'
import cueOrder from './cue-order.ts'
import empty from './empty.ts'
import encoding from './encoding.ts'
import htmlTags from './html-tags.ts'
import jsonShape from './json-shape.ts'
import language from './language.ts'
import pace from './pace.ts'
import preferVtt from './prefer-vtt.ts'
import speakers from './speakers.ts'
import srtSyntax from './srt-syntax.ts'
import type from './type.ts'
import vttSyntax from './vtt-syntax.ts'
import withinDuration from './within-duration.ts'

export const transcriptRules: readonly Rule[] = [
  encoding,
  empty,
  type,
  vttSyntax,
  srtSyntax,
  jsonShape,
  htmlTags,
  cueOrder,
  cueForm,
  withinDuration,
  coverage,
  pace,
  speakers,
  language,
  captions,
  preferVtt,
]
