/** Podcast → its pages: pure functions, as render is. Loaded only for a show that has pages. */

import { episodesOnAPage, recentEpisodes } from '../limits.ts'
import { generatorTag, listFolder, pageMark, siteFolder } from '../names.ts'
import type { Artefact, Look, Podcast, Website, WithdrawnPage } from '../podcast.ts'
import { digest } from '../units/digest.ts'
import { escapeText } from '../units/escape-html.ts'
import { formatRfc3339 } from '../units/instant.ts'
import { once } from '../units/once.ts'
import { encodePath } from '../units/url.ts'
import { type Addresses, addressesAnywhere, addressesBelow } from './addresses.ts'
import { episodeCards, showCards } from './cards.ts'
import { websiteFiles } from './files.ts'
import { type Frame, framed, type Loaded, policy } from './frame.ts'
import { renderer } from './liquid.ts'
import { filled } from './messages/index.ts'
import { qrCode } from './qr-code.ts'
import { searchIndex, transcriptParts } from './search-index.ts'
import { episodeData, seriesData } from './structured-data.ts'
import { withoutScripts } from './theme-markup.ts'
import { themeStyle } from './theme-style.ts'
import {
  audioView,
  embedPath,
  embedView,
  episodePicture,
  episodeView,
  itemView,
  type Listed,
  pagePath,
  type Site,
  showView,
  siteOf,
} from './views.ts'

export { mistakesIn } from './proof.ts'

export interface WebsiteOptions {
  /** More of the policy, such as what a preview asks its own server for. */
  readonly policy?: string
  /** More scripts of the pages, by their address from the site's folder. */
  readonly scripts?: readonly string[]
  /** Whether a page that was made is kept, since it is asked for again. */
  readonly isKept?: boolean
}

/** Their bytes are made when they are asked for. */
export const renderWebsite = (
  podcast: Podcast,
  website: Website,
  options: WebsiteOptions = {},
): Artefact[] => {
  const pages = pagesOf(siteOf(podcast, website), options)
  const { look } = website
  const ownStyle = themeStyle(look)
  return [
    ...(look.assets ?? []).map(({ source, path, mediaType }) => ({
      source,
      path: `${siteFolder}/${path}`,
      mediaType,
    })),
    ...Object.entries(websiteFiles.scripts).map(([name, text]) =>
      script(`${siteFolder}/${name}`, () => text),
    ),
    style(`${siteFolder}/style.css`, () => look.style?.text ?? websiteFiles.theme['style.css'] ?? ''),
    ...(ownStyle === undefined ? [] : [style(`${siteFolder}/theme.css`, () => ownStyle)]),
    ...pages,
  ]
}

/** `mark`: stands in the text. */
const made = (
  path: string,
  mediaType: string,
  { mark, text }: { mark: string; text: () => string },
): Artefact => {
  const bytes = once(() => Buffer.from(text()))
  return {
    path,
    mediaType,
    mark,
    get bytes() {
      return bytes()
    },
  }
}

const comment = `/* ${pageMark} */`
const script = (path: string, text: () => string): Artefact =>
  made(path, 'text/javascript', { mark: comment, text: () => `${comment}\n${text()}` })
const style = (path: string, text: () => string): Artefact =>
  made(path, 'text/css', { mark: comment, text: () => `${comment}\n${text()}` })

/** A page, and what it is made of. */
interface Page {
  readonly template: string
  /** What the template sees, beside the show. */
  readonly view: object
  readonly addresses: Addresses
  readonly frame: PageFrame
  /** Beside the artwork of the show, which is on every page. */
  readonly loaded?: Loaded
  /** HTML, of what the view says: the same on two pages, and rendered once. */
  readonly player?: () => string
  /** HTML: the same list on many pages. */
  readonly recent?: string
}

const html = (path: string, make: () => Page, shared: Shared): Artefact => {
  // What a page is made of goes as soon as the page is there, and so does the page: of thousands, all would be a burden.
  const known: { made?: string; digest?: string; bytes?: Uint8Array } = {}
  const render = (): Uint8Array => {
    const page = make()
    known.made ??= digestOf(page, shared)
    const bytes = Buffer.from(pageText(page, shared))
    known.digest ??= digest(bytes)
    if (shared.options.isKept) known.bytes = bytes
    return bytes
  }
  return {
    path,
    mediaType: 'text/html',
    mark: generatorTag,
    get made() {
      known.made ??= digestOf(make(), shared)
      return known.made
    },
    get digest() {
      return known.digest
    },
    get bytes() {
      return known.bytes ?? render()
    },
  }
}

const digestOf = ({ template, view, addresses, frame, loaded, recent }: Page, shared: Shared): string =>
  digest(
    JSON.stringify([
      template,
      view,
      frame,
      loaded,
      recent && shared.digestOfList(recent),
      shared.digestAt(addresses),
    ]),
  )

const pagesOf = (site: Site, options: WebsiteOptions): readonly Artefact[] => {
  const { website, episodes } = site
  const render = renderer(templatesOf(website.look), site.words)
  const hasOwnStyle = themeStyle(website.look) !== undefined
  const addressesFrom = addressesBelow(website.base)
  const common = onceEach(site, { render, options })
  const before = { site, render, options, hasOwnStyle, addressesFrom, ...common }
  const shared = { ...before, playerOf: players(before) }
  const lists = listsOf(site)
  const isAtRoot = new URL(website.base).pathname === '/'
  return [
    ...episodes.flatMap((_, index) => episodePages(index, shared)),
    ...website.withdrawn.flatMap(page => withdrawnPages(page, shared)),
    ...lists.map((_, number) => html(listPath(number), () => showPage(number, lists, shared), shared)),
    script(`${siteFolder}/search-index.js`, () => searchIndex(site)),
    ...transcriptScripts(site),
    ...(site.show.block ? [] : [sitemap(site, lists.length)]),
    // Below the root of a host it is of use too: GitHub takes the one of each project.
    html('404.html', () => notFoundPage(shared), shared),
    ...(isAtRoot ? [robots(site)] : []),
  ]
}

const transcriptScripts = (site: Site): readonly Artefact[] =>
  transcriptParts(site).map((text, number) =>
    script(`${siteFolder}/search-transcripts-${number}.js`, () => text),
  )

/** Ours, and those of the theme in their place. */
const templatesOf = ({ templates = {} }: Look): Readonly<Record<string, string>> => ({
  ...websiteFiles.theme,
  ...Object.fromEntries(Object.entries(templates).map(([name, { text }]) => [name, text])),
})

interface Shared {
  readonly site: Site
  readonly render: ReturnType<typeof renderer>
  readonly options: WebsiteOptions
  readonly hasOwnStyle: boolean
  readonly addressesFrom: (path: string) => Addresses
  /** The same on every page at one depth. */
  readonly showAt: (addresses: Addresses) => ReturnType<typeof showView>
  /** The list of recent episodes; `but`: the page's own. */
  readonly recentAt: (addresses: Addresses, but?: Listed) => string
  /** HTML: what stands above and below each page. */
  readonly aroundAt: (addresses: Addresses, page: PageView) => { readonly top: string; readonly foot: string }
  /** Of an episode: on both of its pages. */
  readonly playerOf: (index: number) => EpisodePlayer
  /** Of all that pages have in common. */
  readonly digestAt: (addresses: Addresses) => string
  /** Of a list that stands on many. */
  readonly digestOfList: (html: string) => string
}

/** What many pages have in common is made once for all of them. */
const onceEach = (
  site: Site,
  { render, options }: Pick<Shared, 'render' | 'options'>,
): Pick<Shared, 'showAt' | 'recentAt' | 'aroundAt' | 'digestAt' | 'digestOfList'> => {
  const shows = new Map<string, ReturnType<typeof showView>>()
  const lists = new Map<string, string>()
  const around = new Map<string, { readonly top: string; readonly foot: string }>()
  const digests = new Map<string, string>()
  const kept = <T>(map: Map<string, T>, key: string, make: () => T): T => {
    const value = map.get(key) ?? make()
    map.set(key, value)
    return value
  }
  const showAt = (addresses: Addresses) => kept(shows, addresses.root, () => showView(site, addresses))
  const { website, words, language, direction } = site
  return {
    showAt,
    aroundAt: (addresses, page) => {
      const make = () => {
        const view = { show: showAt(addresses), page }
        return { top: render('top', view).trim(), foot: render('foot', view).trim() }
      }
      // Ours say the same on every other page at one depth; those of a theme may say what they like.
      return hasOwnAround(website.look) ? make() : kept(around, `${page.front} ${addresses.root}`, make)
    },
    digestAt: addresses =>
      kept(digests, addresses.root, () => {
        const { templates, mayRun } = website.look
        const isStyled = themeStyle(website.look) !== undefined
        const { policy, scripts } = options
        const all = [showAt(addresses), site.show.block, words, language, direction, policy, scripts]
        return digest(JSON.stringify([...all, addresses.root, templates, mayRun, isStyled]))
      }),
    digestOfList: html => kept(digests, html, () => digest(html)),
    recentAt: (addresses, but) => {
      const own = but === undefined ? -1 : site.newest.indexOf(but)
      return kept(lists, `${own} ${addresses.root}`, () => {
        const episodes = site.newest.filter((_, i) => i !== own).slice(0, recentEpisodes)
        const page = { root: addresses.root }
        const recent = episodes.map(one => itemView(one, site, addresses))
        const view = { show: showAt(addresses), page, recent }
        return episodes.length === 0 ? '' : render('recent', view).trim()
      })
    },
  }
}

const hasOwnAround = ({ templates = {} }: Look): boolean =>
  ['top.liquid', 'foot.liquid'].some(name => name in templates)

/** What every template sees of its page. */
interface PageView {
  readonly kind: string
  /** The first page of the show, which says large what other pages say above. */
  readonly front: boolean
  readonly root: string
  readonly address: string
  readonly title: string
}

type PageFrame = Pick<Frame, 'title' | 'description' | 'cards'> &
  Partial<Pick<Frame, 'canonical' | 'data' | 'isIndexed' | 'isEmbedded'>>

/** Around the content of a page that stands in a frame of another site. */
const nothing = { top: '', foot: '' }

const pageText = (page: Page, shared: Shared): string => {
  const { template, view, addresses, frame, player, recent = '', loaded = { pictures: [], media: [] } } = page
  const { site, render, options, showAt } = shared
  const show = showAt(addresses)
  const self = {
    kind: template,
    front: template === 'show' && addresses.root === '',
    root: addresses.root,
    address: frame.canonical ?? '',
    title: frame.title,
  }
  const all = {
    show,
    around: frame.isEmbedded ? nothing : shared.aroundAt(addresses, self),
    player: player?.() ?? '',
    recent,
    page: self,
    ...view,
  }
  const { look } = site.website
  const shown = look.templates === undefined || look.mayRun ? (html: string) => html : withoutScripts
  return framed({
    hasOwnStyle: shared.hasOwnStyle,
    language: site.language,
    direction: site.direction,
    root: addresses.root,
    feed: { title: site.show.title, url: site.show.feedUrl },
    scripts: options.scripts ?? [],
    policy: policy(options.policy, { ...loaded, pictures: [show.artwork, ...loaded.pictures] }),
    ...frame,
    isIndexed: (frame.isIndexed ?? true) && !site.show.block,
    head: shown(render('head', all)).trim(),
    body: shown(render(template, all)).trim(),
  })
}

// ---------------------------------------------------------------------------------------------------- the show

/** The episodes of each page of the list. */
const listsOf = ({ inLists }: Site): readonly (readonly Listed[])[] => {
  const pages = Math.max(1, Math.ceil(inLists.length / episodesOnAPage))
  return Array.from({ length: pages }, (_, number) =>
    inLists.slice(number * episodesOnAPage, (number + 1) * episodesOnAPage),
  )
}

const listPath = (number: number): string => pagePath(listFolder(number))

const showPage = (number: number, lists: readonly (readonly Listed[])[], shared: Shared): Page => {
  const { site } = shared
  const { show, website } = site
  const addresses = shared.addressesFrom(listPath(number))
  const listAt = (at: number): string => (lists[at] === undefined ? '' : addresses.to(listPath(at)))
  const [before, after] = [listAt(number - 1), listAt(number + 1)]
  const view = {
    number: number + 1,
    pages: lists.length,
    newer: show.type === 'serial' ? after : before,
    older: show.type === 'serial' ? before : after,
    groups: groupsOf(lists[number]!, site, addresses),
    qr: number === 0 ? qrCode(show.feedUrl) : undefined,
    trailer: number === 0 ? trailerView(site, addresses) : undefined,
  }
  const page = filled(site.words.text.page, new Map([['page', `${number + 1}`]]))
  const title = number === 0 ? show.title : `${show.title} · ${page}`
  const frame = {
    title,
    description: site.description,
    cards: showCards(site, { title, address: website.base + listFolder(number) }),
    canonical: website.base + listFolder(number),
    ...(number === 0 ? { data: seriesData(site) } : {}),
  }
  const artworks = view.groups.flatMap(({ episodes }) => episodes.map(({ artwork }) => artwork))
  const loaded = {
    pictures: [...artworks, ...facesOf(shared.showAt(addresses).persons)],
    media: view.trailer?.audio.sources ?? [],
  }
  return { template: 'show', view, addresses, frame, loaded }
}

const facesOf = (persons: readonly { readonly picture: string }[]): readonly string[] =>
  persons.map(({ picture }) => picture)

/** The seasons of a serial show; else one group without a name. */
const groupsOf = (listed: readonly Listed[], site: Site, addresses: Addresses) => {
  const groups: { season: number | string; name: string; episodes: ReturnType<typeof itemView>[] }[] = []
  for (const one of listed) {
    const { number = '', name = '' } = site.seasons.get(one) ?? {}
    const last = groups.at(-1)
    const group = last?.season === number ? last : { season: number, name, episodes: [] }
    if (group !== last) groups.push(group)
    group.episodes.push(itemView(one, site, addresses))
  }
  return groups
}

/** The newest: of the episodes, which have a page; else of the files that show.md names. */
const trailerView = (site: Site, addresses: Addresses) => {
  const listed = site.episodes.find(
    ({ release: { episode } }) => episode.episodeType === 'trailer' && episode.episode === undefined,
  )
  if (listed !== undefined)
    return { ...itemView(listed, site, addresses), audio: audioView(listed.release, addresses) }
  const [trailer] = site.show.trailers ?? []
  return trailer && { title: trailer.title, href: '', audio: trailerAudio(trailer, addresses) }
}

const trailerAudio = (
  { url, type }: { readonly url: string; readonly type?: string | undefined },
  { of }: Addresses,
) => ({ sources: [of(url)], type: type ?? '', video: type?.startsWith('video/') ?? false, seconds: 0 })

// ------------------------------------------------------------------------------------------------- the episodes

const episodePages = (index: number, shared: Shared): readonly Artefact[] => {
  const { folder } = shared.site.episodes[index]!.page
  return [
    html(pagePath(folder), () => episodePage(index, shared), shared),
    html(embedPath(folder), () => embedPage(index, shared), shared),
  ]
}

interface EpisodePlayer {
  readonly view: ReturnType<typeof embedView>
  readonly html: () => string
}

/** Both pages of an episode stand in one folder and follow each other, so the last one is kept, and no more. */
const players = ({ site, render, showAt, addressesFrom }: Omit<Shared, 'playerOf'>) => {
  let last: (EpisodePlayer & { readonly index: number }) | undefined
  return (index: number): EpisodePlayer => {
    if (last?.index === index) return last
    const addresses = addressesFrom(pagePath(site.episodes[index]!.page.folder))
    const view = embedView(index, site, addresses)
    const { audio, duration, id, title } = view
    const html = once(() =>
      render('player', {
        show: showAt(addresses),
        page: { root: addresses.root },
        audio,
        duration,
        id,
        title,
      }).trim(),
    )
    last = { index, view, html }
    return last
  }
}

const episodePage = (index: number, shared: Shared): Page => {
  const { site } = shared
  const { page, release, teaser } = site.episodes[index]!
  const addresses = shared.addressesFrom(pagePath(page.folder))
  const episode = episodeView(index, site, addresses)
  const frame = {
    title: `${release.episode.title} · ${site.show.title}`,
    description: teaser,
    cards: episodeCards(index, site, episode.address),
    canonical: episode.address,
    data: episodeData(index, site, episode.address),
    isIndexed: !release.episode.block && page.held === undefined,
  }
  const recent = shared.recentAt(addresses, site.episodes[index])
  const { html } = shared.playerOf(index)
  const loaded = {
    pictures: [episode.artwork, ...facesOf(episode.persons), ...recentArtworks(site, addresses)],
    media: episode.audio.sources,
  }
  return { template: 'episode', view: { episode }, addresses, frame, loaded, player: html, recent }
}

const recentArtworks = ({ newest, show }: Site, { of }: Addresses): readonly string[] =>
  newest.map(({ release }) => of(episodePicture(release.episode, show) ?? ''))

const embedPage = (index: number, { site, addressesFrom, playerOf }: Shared): Page => {
  const { page, release, teaser } = site.episodes[index]!
  const addresses = addressesFrom(pagePath(page.folder))
  const { view: episode, html: player } = playerOf(index)
  const frame = {
    title: `${release.episode.title} · ${site.show.title}`,
    description: teaser,
    cards: [],
    isIndexed: false,
    isEmbedded: true,
  }
  const loaded = { pictures: [episode.artwork], media: episode.audio.sources }
  return { template: 'embed', view: { episode }, addresses, frame, loaded, player }
}

/** Other sites may show the player of an episode that is gone: there too it says so, in a frame that has no room for more. */
const withdrawnPages = (page: WithdrawnPage, shared: Shared): readonly Artefact[] => [
  html(pagePath(page.folder), () => withdrawnPage(page, shared), shared),
  html(embedPath(page.folder), () => withdrawnPage(page, shared, { isEmbedded: true }), shared),
]

const withdrawnPage = (
  { folder, title }: WithdrawnPage,
  shared: Shared,
  { isEmbedded = false } = {},
): Page => {
  const { site } = shared
  const addresses = shared.addressesFrom(pagePath(folder))
  const words = site.words.text
  const frame = {
    title: `${title ?? words.withdrawn} · ${site.show.title}`,
    description: '',
    cards: [],
    isIndexed: false,
    isEmbedded,
  }
  const loaded = { pictures: isEmbedded ? [] : recentArtworks(site, addresses), media: [] }
  const recent = isEmbedded ? '' : shared.recentAt(addresses)
  return { template: 'withdrawn', view: { title: title ?? '' }, addresses, frame, loaded, recent }
}

const notFoundPage = (shared: Shared): Page => {
  const { site } = shared
  const addresses = addressesAnywhere(site.website.base)
  const frame = {
    title: `${site.words.text.notFound} · ${site.show.title}`,
    description: '',
    cards: [],
    isIndexed: false,
  }
  return { template: 'not-found', view: {}, addresses, frame }
}

// ------------------------------------------------------------------------------------------- for search engines

/** https://www.sitemaps.org/protocol.html. What may not be listed anywhere is not in it. */
const sitemap = ({ website, episodes }: Site, lists: number): Artefact => {
  const mark = `<!-- ${pageMark} -->`
  const url = (folder: string, date?: number): string => {
    const changed = date === undefined ? '' : `<lastmod>${formatRfc3339(date)}</lastmod>`
    return `  <url><loc>${escapeText(website.base + encodePath(folder))}</loc>${changed}</url>`
  }
  const urls = () => [
    ...Array.from({ length: lists }, (_, number) =>
      url(listFolder(number), number === 0 ? episodes[0]?.release.episode.date : undefined),
    ),
    ...episodes
      .filter(({ release, page }) => !release.episode.block && page.held === undefined)
      .map(({ release, page }) => url(page.folder, release.episode.date)),
  ]
  const lines = () => [
    '<?xml version="1.0" encoding="UTF-8"?>',
    mark,
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls(),
    '</urlset>',
    '',
  ]
  return made('sitemap.xml', 'application/xml', { mark, text: () => lines().join('\n') })
}

/** What is blocked asks by its own pages not to be listed, and for that they have to be read. */
const robots = ({ website, show }: Site): Artefact => {
  const mark = `# ${pageMark}`
  const map = show.block ? [] : [`Sitemap: ${website.base}sitemap.xml`]
  const text = () => [mark, 'User-agent: *', 'Allow: /', ...map, ''].join('\n')
  return made('robots.txt', 'text/plain', { mark, text })
}
