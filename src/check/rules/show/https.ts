import type { Finding, Place } from '../../../diagnostic.ts'
import { reachOfUrl } from '../../../units/host.ts'
import { type Evidence, listPath, type Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/https',
  always: 'noticed',
  title: 'Files and feed are served over https',
  why: 'Players on web pages load nothing over http, phones warn of it or refuse, and some directories want https.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md',
    'https://developer.mozilla.org/en-US/docs/Web/Security/Mixed_content',
  ],
  askedBy: { podcastindex: 'advises' },
  covers: ['host-https', 'host-no-mixed', 'art-https'],
  example: {
    bad: { 'show.md': 'baseUrl: http://show.example/' },
    good: { 'show.md': 'baseUrl: https://show.example/' },
  },
  together: count => ({
    message: `the addresses of ${count} files begin with http://, and players on web pages do not load those`,
    help: 'Write `https://` in each: it works at most hosts.',
  }),
  *check(evidence) {
    yield* ofShow(evidence)
    yield* ofEpisodes(evidence)
  },
}
export default rule

function* ofShow({ entry }: Evidence): Iterable<Finding> {
  const name = entry.words.name
  for (const field of ['baseUrl', 'audioBaseUrl', 'feedUrl', 'newFeedUrl', 'image'] as const)
    yield* found(name(field), entry.meta[field], () => entry.at(field))
  for (const [index, prefix] of (entry.meta.enclosurePrefixes ?? []).entries())
    yield* found(name('enclosurePrefixes'), prefix, () =>
      entry.at(listPath(entry, 'enclosurePrefixes', index)),
    )
}

function* ofEpisodes({ items }: Evidence): Iterable<Finding> {
  for (const { entry } of items)
    for (const [field, url] of [
      ['audio', entry.meta.audio?.url],
      ['image', entry.meta.image],
    ] as const)
      yield* found(entry.words.name(field), url, () => entry.at(field))
}

/** Whether the host answers over https is not known here: there is nothing to repair mechanically. */
function* found(name: string, url: string | undefined, place: () => Place): Iterable<Finding> {
  // That only this machine can reach it is the greater mistake, and has a rule of its own.
  if (url === undefined || !/^http:\/\//i.test(url) || reachOfUrl(url) === 'nearby') return
  yield {
    place: place(),
    message: `the address in ${name} begins with http://, and players on web pages do not load that`,
    help: `Write \`${url.replace(/^http:/i, 'https:')}\`, if that address works in your browser.`,
  }
}
