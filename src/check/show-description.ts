import type { WrittenShow } from '../fields/index.ts'
import { isBlankHtml } from '../units/blank.ts'

/** The description of the show that was written in its field. Of one that holds nothing, such as `<!-- later -->`, the text below the front matter takes the place. */
export const ownDescription = ({ description }: Partial<WrittenShow>): string | undefined =>
  description === undefined || isBlankHtml(description) ? undefined : description
