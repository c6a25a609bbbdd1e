/** Search without a server: the words of all episodes come as a script, and MiniSearch makes an index of them here. */

import MiniSearch from 'minisearch'
import { load } from './lazy-search.ts'
import { cleanLink } from './links.ts'

type Entry = readonly [title: string, path: string, day: string, teaser: string, words: string]

interface Index {
  readonly parts: number
  readonly entries: readonly Entry[]
}

declare global {
  interface Window {
    buildFeedSearch?: (index: Index) => void
    buildFeedTranscripts?: (part: number, texts: readonly (readonly [number, string])[]) => void
  }
}

/** Results that are shown. */
const shown = 30

const box = document.querySelector<HTMLElement>('.search')!
const input = document.querySelector<HTMLInputElement>('#search')!
const list = document.querySelector<HTMLElement>('.search-results')!
const listed = document.querySelector<HTMLElement>('.listed')!
const count = document.querySelector<HTMLElement>('.search-count')!
const option = document.querySelector<HTMLElement>('.search-transcripts')!
/** Never what the page says: a theme may have written that. */
const own = (document.currentScript as HTMLScriptElement).src
const root = `${new URL('../', own)}`

const folded = (term: string): string => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const search = new MiniSearch<{ id: number; title: string; words: string; transcript: string }>({
  fields: ['title', 'words', 'transcript'],
  processTerm: term => folded(term) || null,
  searchOptions: {
    prefix: true,
    fuzzy: term => (term.length > 4 ? 0.2 : false),
    boost: { title: 4, words: 2 },
    combineWith: 'AND',
  },
})

window.buildFeedSearch = ({ parts, entries }) => {
  search.addAll(
    entries.map(([title, , , teaser, words], id) => ({
      id,
      title,
      words: `${teaser} ${words}`,
      transcript: '',
    })),
  )
  const show = (): void => results(entries)
  input.addEventListener('input', show)
  if (parts > 0) withTranscripts(parts, entries, show)
  show()
}

const withTranscripts = (parts: number, entries: readonly Entry[], show: () => void): void => {
  const checkbox = option.querySelector('input')!
  option.hidden = false
  window.buildFeedTranscripts = (_, texts) => {
    for (const [id, transcript] of texts) {
      const [title, , , teaser, words] = entries[id]!
      search.replace({ id, title, words: `${teaser} ${words}`, transcript })
    }
    show()
  }
  const all = (): void => {
    for (let part = 0; part < parts; part++) load(`${new URL(`search-transcripts-${part}.js`, own)}`)
  }
  checkbox.addEventListener('change', all, { once: true })
  checkbox.addEventListener('change', show)
}

const results = (entries: readonly Entry[]): void => {
  const wanted = input.value.trim()
  const isSearching = wanted !== ''
  list.hidden = !isSearching
  listed.hidden = isSearching
  if (!isSearching) {
    count.textContent = ''
    list.replaceChildren()
    return
  }
  const inTranscripts = option.querySelector('input')!.checked
  const found = search.search(wanted, {
    fields: inTranscripts ? ['title', 'words', 'transcript'] : ['title', 'words'],
  })
  count.textContent =
    found.length === 0
      ? (box.dataset.nothing ?? '')
      : (box.dataset.results ?? '').replace('{count}', `${found.length}`)
  list.replaceChildren(...found.slice(0, shown).map(({ id }) => item(entries[id]!)))
}

const item = ([title, path, day, teaser]: Entry): HTMLElement => {
  const make = (name: string, className: string, ...inside: (Node | string)[]): HTMLElement => {
    const element = document.createElement(name)
    if (className !== '') element.className = className
    element.append(...inside)
    return element
  }
  const link = document.createElement('a')
  link.href = root + path
  link.textContent = title
  if (/^https?:$/.test(location.protocol)) cleanLink(link)
  const text = make(
    'div',
    'item-text',
    make('p', 'meta', make('span', '', day)),
    // As in the list that it takes the place of: further pages have no title above theirs.
    make(document.querySelector('h1#episodes') ? 'h2' : 'h3', 'item-title', link),
  )
  if (teaser !== '') text.append(make('p', 'item-summary', teaser))
  return make('li', 'item', text)
}

load(`${new URL(`search-index.js`, own)}`)
