/** Transcripts in the front matter: what does not share the name of the Markdown file, is served elsewhere, or has more to say. */

import * as z from 'zod'
import { choice, many, type Refusal, text, url } from './value.ts'

export interface WrittenTranscript {
  /** A file of the show folder, or a URL. */
  readonly source: string
  readonly type?: string
  readonly language?: string
  readonly rel?: 'captions'
}

const types = [
  'text/vtt',
  'application/x-subrip',
  'application/srt',
  'application/json',
  'text/html',
  'text/plain',
] as const

const map = z
  .strictObject({
    file: text({ examples: ['001.de.vtt'] })
      .meta({ description: 'A file in the show folder.' })
      .optional(),
    url: url().meta({ description: 'Or the address of one that is elsewhere.' }).optional(),
    type: choice(types).meta({ description: 'Seen from the name where that tells.' }).optional(),
    language: text({ examples: ['de'] })
      .meta({ description: "When it is not the show's." })
      .optional(),
    rel: choice(['captions'])
      .meta({ description: 'It has times, and can run with the recording.' })
      .optional(),
  })
  .transform(({ file, url: address, ...rest }, context): WrittenTranscript => {
    const source = file ?? address
    if (source !== undefined && (file === undefined || address === undefined))
      return { source, ...rest } as WrittenTranscript
    const refusal: Refusal = {
      expected: 'map',
      message:
        source === undefined
          ? 'neither `file` nor `url` says where the transcript is'
          : 'both `file` and `url` are written, and one of them is enough',
      help: 'Write `file: 001.vtt` or `url: https://…`.',
    }
    context.issues.push({ code: 'custom', message: refusal.message, input: file, params: refusal })
    return z.NEVER
  })

const name = text({ examples: ['001.de.vtt'] }).transform((source): WrittenTranscript => ({ source }))

export const transcripts = many(z.union([name, map]) as unknown as z.ZodType<WrittenTranscript, unknown>)
