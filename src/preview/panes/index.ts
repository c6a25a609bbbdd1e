/** The pages of a preview that are about the show. To add one is a file and a line. */

import { placesIn } from '../../diagnostic.ts'
import { grouped } from '../../units/amount.ts'
import { escapeAttribute, escapeText } from '../../units/escape-html.ts'
import { policy } from '../../website/frame.ts'
import { changes } from './changes.ts'
import type { Pane, Told } from './pane.ts'
import { problems } from './problems.ts'
import { readers } from './readers.ts'
import { theme } from './theme.ts'

export type { Told } from './pane.ts'

const panes: readonly Pane[] = [problems, changes, readers, theme]

/** What the pages of a preview may do beside their own: ask this server whether something has changed. */
export const previewPolicy = "connect-src 'self'"

/** HTML. Undefined where there is no such page. `name`: empty for the first. */
export const panePage = async (name: string, told: Told): Promise<string | undefined> => {
  const pane = panes.find(one => one.name === name)
  if (pane === undefined) return undefined
  const { title, generation, judged } = told
  const own = [previewPolicy, ...(pane.policy === undefined ? [] : [pane.policy])].join('; ')
  const links = panes.map(
    one =>
      `<a href="/-/${one.name}"${one === pane ? ' aria-current="page"' : ''}>${escapeText(labelOf(one, judged))}</a>`,
  )
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy(own))}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(pane.heading)} · ${escapeText(title)}</title>`,
    '<link rel="stylesheet" href="/-/panes.css">',
    `<script src="/site/preview.js?${generation}" defer></script>`,
    '<script src="/-/panes.js" defer></script>',
    '</head>',
    `<body class="pane pane-${pane.name || 'problems'}">`,
    `<header><p><a href="/">${escapeText(title)}</a> <a href="/feed.xml">Feed</a></p><nav aria-label="Preview">${links.join('')}</nav></header>`,
    '<main>',
    `<h1>${escapeText(pane.heading)}</h1>`,
    '<p role="status" class="status"></p>',
    await pane.body(told),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const labelOf = (pane: Pane, { diagnostics }: Told['judged']): string => {
  if (pane !== problems) return pane.heading
  const found = placesIn(diagnostics)
  return found === 0 ? pane.heading : `${pane.heading} (${grouped(found)})`
}
