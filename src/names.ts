/** File names that mean something to more than one stage. */

export const lockName = 'feed.lock.json'

/** What a build writes, in the output folder. */
export const feedName = 'feed.xml'

/** How the generator begins that a feed of ours names. */
export const generatorName = 'build-feed'
/** What the pages of a show have in common, in the output folder: style, scripts, the index of the search. */
export const siteFolder = 'site'

/** Stands in everything that belongs to the pages, so that a build knows a page of its own from one of somebody else. */
export const pageMark = 'build-feed'

/** The same in a page. */
export const generatorTag = `<meta name="generator" content="${pageMark}">`

/** What the page of no episode may be called: the build has it for something else. In small letters. */
export const reservedForPages: ReadonlySet<string> = new Set([
  ...['chapters', 'transcripts', siteFolder, feedName],
  ...['index.html', '404.html', 'sitemap.xml', 'robots.txt'],
])

/** Where a part of the list of episodes is, in the output folder: the first is the page of the show. */
export const listFolder = (number: number): string => (number === 0 ? '' : `page-${number + 1}/`)

/** What a show to start from is called. */
export const showName = 'show.md'

/** How the name of a file ends that is read as Markdown. Of files with the same stem the one whose ending stands first is read. */
export const markdownEndings = ['md', 'markdown', 'mdx'] as const

export type MarkdownEnding = (typeof markdownEndings)[number]

/** Of recordings, be they such that directories take or not. */
export const audioEndings: readonly string[] =
  'mp3 mp2 m4a m4b mp4 m4v mov aac ogg oga opus flac wav aif aiff webm mka wma'.split(' ')

export const imageEndings: readonly string[] = 'jpg jpeg png webp gif avif heic tif tiff bmp svg'.split(' ')

const MARKDOWN: ReadonlySet<string> = new Set(markdownEndings)
const AUDIO: ReadonlySet<string> = new Set(audioEndings)
const PICTURE: ReadonlySet<string> = new Set(imageEndings)

/** What stands behind the last full stop of a name, in small letters: many recorders and cameras write `001.MP3`. */
export const endingOf = (path: string): string => {
  const dot = path.lastIndexOf('.')
  return dot <= path.lastIndexOf('/') ? '' : path.slice(dot + 1).toLowerCase()
}

/** Of a path; undefined where it is not Markdown. */
export const markdownEnding = (path: string): MarkdownEnding | undefined => {
  const ending = endingOf(path)
  return MARKDOWN.has(ending) ? (ending as MarkdownEnding) : undefined
}

export const isMarkdown = (path: string): boolean => markdownEnding(path) !== undefined

/** Markdown with the code of a web page in it. */
export const isMdx = (path: string): boolean => markdownEnding(path) === 'mdx'

/** Whether a file's name promises a recording. */
export const isAudio = (path: string): boolean => AUDIO.has(endingOf(path))

export const isPicture = (path: string): boolean => PICTURE.has(endingOf(path))

/** The path of a Markdown file without its ending: what its audio, its transcripts and its artwork share. */
export const stemOf = (path: string): string =>
  isMarkdown(path) ? path.slice(0, path.lastIndexOf('.')) : path

/** What a site keeps its pages in, beside Markdown: HTML, and data with the notes in another file. The longest first. */
const SITE = /\.(?:html\.markdown|html\.md|md|markdown|mdx|html|ya?ml|json|toml)$/i

/** Whether a file may be a page of a site. */
export const isSiteFile = (path: string): boolean => SITE.test(path)

/** The path of a page without its endings. */
export const siteStemOf = (path: string): string => path.replace(SITE, '')

/** Whether a glob says how a name ends. */
export const namesEnding = (glob: string): boolean => /\.[a-z{][\w,{}]*$/i.test(glob)

/** The keys of a show by which it is made of the pages of a site. */
export const siteKeys = ['preset', 'content', 'where', 'fields', 'facts', 'body'] as const

const SITE_KEY = new RegExp(`^\\s*["']?(?:${siteKeys.join('|')})["']?\\s*[:=]`, 'm')

/** Whether a text may say of a show that it is made of the pages of a site. Of most it is known without reading them. */
export const mayBeOfSite = (text: string): boolean => SITE_KEY.test(text)

/** A file that holds front matter and nothing else. */
export const bareFormatOf = (path: string): 'yaml' | 'toml' | 'json' | undefined => {
  const ending = endingOf(path)
  if (ending === 'yml' || ending === 'yaml') return 'yaml'
  return ending === 'json' || ending === 'toml' ? ending : undefined
}

/** Where the lock of a show is: beside its file, `feed.lock.json` for show.md and `notes.lock.json` for notes.md. */
export const lockPathOf = (showPath: string): string => {
  const folder = showPath.slice(0, showPath.lastIndexOf('/') + 1)
  const name = showPath.slice(folder.length)
  return folder + (isShowPath(name) ? lockName : `${stemOf(name)}.lock.json`)
}

/** How one more Markdown file is to end: like the last of those that there are. */
export const usualEnding = (paths: readonly string[]): MarkdownEnding =>
  markdownEnding(paths.at(-1) ?? '') ?? markdownEndings[0]

/** Whether a path inside the show folder is one that the show itself may have. */
export const isShowPath = (path: string): boolean =>
  path.length < 20 && isMarkdown(path) && stemOf(path).toLowerCase() === 'show'

/** A README or a licence, which tells of the folder it lies in, and is no episode. */
export const isAboutTheFolder = (path: string): boolean => /(^|\/)(readme|licen[sc]e)$/i.test(stemOf(path))

/** What an import tells of itself; no episode. */
export const reportName = '_import-report.md'

/** What is not read in a show folder. */
export const isIgnored = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('_') || name === 'node_modules'

/** How the names of files begin that are in the making. */
export const temporaryMark = '.build-feed-'
