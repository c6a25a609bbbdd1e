/** The notes. To add one is a file and a line. */

import type { Rule } from '../../evidence.ts'
import badLink from './bad-link.ts'
import episodeLink from './episode-link.ts'
import foreignTag from './foreign-tag.ts'
import linkScheme from './link-scheme.ts'
import lostContent from './lost-content.ts'
import manyFootnotes from './many-footnotes.ts'
import mdx from './mdx.ts'
import relativeLink from './relative-link.ts'
import template from './template.ts'
import tooComplex from './too-complex.ts'
import unsafeHtml from './unsafe-html.ts'

export const notesRules: readonly Rule[] = [
  unsafeHtml,
  badLink,
  linkScheme,
  relativeLink,
  episodeLink,
  foreignTag,
  lostContent,
  manyFootnotes,
  mdx,
  template,
  tooComplex,
]
