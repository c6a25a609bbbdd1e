/** Site generators whose habits are known. To add one is a file, a line here, and a word in fields/site-preset.ts. */

import { astro } from './astro.ts'
import { eleventy } from './eleventy.ts'
import { hugo } from './hugo.ts'
import { jekyll } from './jekyll.ts'
import type { Preset } from './preset.ts'

export type { Preset } from './preset.ts'

export const presets: readonly Preset[] = [hugo, jekyll, eleventy, astro]
