/** The page of a preview that says what was found: the report for people, with its frames. */

import { escapeAttribute, escapeText } from '../units/escape-html.ts'
import { policy } from '../website/frame.ts'

export interface Problems {
  readonly title: string
  readonly errors: number
  readonly warnings: number
  /** Plain text, as a terminal shows it. */
  readonly report: string
  /** How often the show has been made. */
  readonly generation: number
}

/** What the pages of a preview may do beside their own: ask this server whether something has changed. */
export const previewPolicy = "connect-src 'self'"

export const problemsPage = ({ title, errors, warnings, report, generation }: Problems): string => {
  const said = report.trim() === '' ? 'Nothing was found. This show can be published.' : report.trim()
  const heading = errors > 0 ? 'This show cannot be published yet' : 'What was found'
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy(previewPolicy))}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Problems · ${escapeText(title)}</title>`,
    '<link rel="stylesheet" href="/site/style.css">',
    `<script src="/site/preview.js?${generation}" defer></script>`,
    '</head>',
    `<body data-errors="${errors}" data-warnings="${warnings}">`,
    '<main class="page">',
    `<h1>${heading}</h1>`,
    '<p><a href="/">The show</a> · <a href="/feed.xml">The feed</a></p>',
    `<div class="prose"><pre tabindex="0">${escapeText(said)}</pre></div>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** Loads a page again when something has changed, and leads to what was found. Part of no page that is published. */
export const previewScript = ({ errors, warnings }: Pick<Problems, 'errors' | 'warnings'>): string => {
  const counted = [count(errors, 'error'), count(warnings, 'warning')].filter(Boolean).join(', ')
  const words = `Preview${counted === '' ? '' : ` · ${counted}`}`
  return [
    // What has changed before this page listened is told by the number of what it shows.
    "new EventSource('/-/events' + new URL(document.currentScript.src).search).onmessage = () => location.reload()",
    "const link = document.createElement('a')",
    "link.href = '/-/'",
    `link.textContent = ${JSON.stringify(words)}`,
    "link.className = 'button preview'",
    "link.style.cssText = 'position:fixed;bottom:1rem;inset-inline-end:1rem;z-index:20'",
    "if (location.pathname !== '/-/' && !document.body.classList.contains('embedded')) document.body.append(link)",
    '',
  ].join('\n')
}

const count = (number: number, word: string): string =>
  number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`
