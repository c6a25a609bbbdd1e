/** What a page does in a browser. Everything can be read and played without it. */

import { copyButtons } from './copy.ts'
import { lazySearch } from './lazy-search.ts'
import { cleanLinks } from './links.ts'
import { players } from './player.ts'
import { transcript } from './transcript.ts'
import { wideParts } from './wide.ts'

document.documentElement.classList.add('scripted')
cleanLinks()
copyButtons()
wideParts()
const main = players()
if (main !== undefined) transcript(main)
lazySearch()
