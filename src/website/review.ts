/**
 * One page to look at before something is published: the new episodes with a player, and the notes that have changed. It is made of
 * the same texts as the pages of the show, and runs no script. A theme has no say in it.
 */

import type { Podcast, Website } from '../podcast.ts'
import { escapeAttribute, escapeText } from '../units/escape-html.ts'
import { encodePath } from '../units/url.ts'
import type { Addresses } from './addresses.ts'
import { websiteFiles } from './files.ts'
import { mediaSources } from './frame.ts'
import { type EpisodeView, episodeView, siteOf } from './views.ts'

/** A run of words. */
interface Words {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

export interface Reviewed {
  readonly guid: string
  readonly isNew: boolean
  /** Which texts read otherwise, and how, word by word. */
  readonly changes: readonly { readonly what: string; readonly words: readonly Words[] }[]
  /** The recording beside the page, by its name. */
  readonly audio?: string | undefined
}

/** HTML. */
export const reviewPage = (podcast: Podcast, website: Website, reviewed: readonly Reviewed[]): string => {
  const site = siteOf(podcast, website)
  const episodes = reviewed.flatMap(one => {
    const index = site.episodes.findIndex(({ release }) => release.episode.guid === one.guid)
    return index < 0 ? [] : [{ view: episodeView(index, site, asPublished(website)), one }]
  })
  const media = episodes.flatMap(({ view }) => view.audio.sources)
  const title = `Review of ${site.show.title}`
  return [
    '<!doctype html>',
    `<html lang="${escapeAttribute(site.language)}" dir="${site.direction}">`,
    '<head>',
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(media)}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(title)}</title>`,
    '<meta name="robots" content="noindex">',
    '<meta name="color-scheme" content="light dark">',
    `<style>${websiteFiles.theme['style.css'] ?? ''}\n${style}</style>`,
    '</head>',
    '<body>',
    '<main id="content" class="page review">',
    `<h1 lang="en" dir="ltr">${escapeText(title)}</h1>`,
    ...episodes.map(({ view, one }) => article(view, one)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const policyOf = (media: readonly string[]): string =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src 'self' https:",
    mediaSources(media),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** What the page of our own theme has no use for. */
const style = [
  '.review article { margin-block: 2rem; }',
  '.review audio, .review video { width: 100%; }',
  '.review ins { background: #2da44e33; text-decoration: none; }',
  '.review del { background: #cf222e33; }',
].join('\n')

/** The page lies in nobody's output folder. */
const asPublished = ({ base }: Website): Addresses => ({
  root: base,
  to: path => base + encodePath(path),
  of: url => url,
})

const article = (episode: EpisodeView, { isNew, changes, audio }: Reviewed): string => {
  const { title, date, duration, description, chapters } = episode
  return [
    '<article>',
    `<h2>${escapeText(title)}</h2>`,
    `<p class="meta"><span class="mark" lang="en">${isNew ? 'new' : 'changed'}</span> <time datetime="${date.day}">${escapeText(date.long)}</time>${duration === '' ? '' : ` <span>${duration}</span>`}</p>`,
    player(episode, audio),
    ...(chapters.length === 0
      ? []
      : [
          '<h3 lang="en">Chapters</h3>',
          `<ol class="chapters">${chapters.map(one => `<li>${one.time} ${escapeText(one.title)}</li>`).join('')}</ol>`,
        ]),
    `<h3 lang="en">${isNew ? 'Notes' : 'Notes, as they will be'}</h3>`,
    `<div class="prose">${description}</div>`,
    ...changes.flatMap(({ what, words }) => [
      `<h3 lang="en">What changes in the ${escapeText(what)}</h3>`,
      `<p class="prose">${words.map(wordsText).join('')}</p>`,
    ]),
    '</article>',
  ].join('\n')
}

const wordsText = ({ kind, text }: Words): string => {
  if (kind === 'same') return escapeText(text)
  return kind === 'added' ? `<ins>${escapeText(text)}</ins>` : `<del>${escapeText(text)}</del>`
}

const player = ({ audio }: EpisodeView, here: string | undefined): string => {
  const source = here === undefined ? (audio.sources[0] ?? '') : encodePath(here)
  const tag = audio.video ? 'video' : 'audio'
  const remark =
    here === undefined ? '<p class="meta" lang="en">From where the feed says that it is.</p>' : ''
  return `<${tag} controls preload="none" src="${escapeAttribute(source)}"></${tag}>${remark}`
}
