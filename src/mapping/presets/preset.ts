import type { SiteBody } from '../../fields/site-body.ts'
import type { PresetName } from '../../fields/site-preset.ts'
import type { SourceParts } from '../../schema/source.ts'

/** What pages of a site generator conventionally are. */
export interface Preset {
  readonly name: PresetName
  /** Seen from the root of the site. */
  readonly content: readonly string[]
  readonly fields: SourceParts
  readonly body?: SiteBody
  /** Files in the root of a site by which it is known. */
  readonly configuration: readonly string[]
}

/** An address of a page that is written out, or one below the site; what holds a placeholder is worked out by the generator. */
export const permalink = (key: string): SourceParts['link'] => [
  { from: key, match: '^https?://[^{}]+$', group: 0 },
  { from: '{site}/{permalink}'.replace('permalink', key), match: '^https?://[^{}:]+[^{}]*$', group: 0 },
]
