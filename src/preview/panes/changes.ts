/** What those would notice who subscribe to the show, were it published now. */

import { escapeText } from '../../units/escape-html.ts'
import type { Pane } from './pane.ts'

export const changes: Pane = {
  name: 'changes',
  heading: 'Changes',
  body: async told =>
    `<p>What subscribers would notice if this were published now.</p><pre tabindex="0">${escapeText((await told.changes()).trim())}</pre>`,
}
