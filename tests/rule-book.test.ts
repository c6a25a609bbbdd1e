/**
 * The rule book of the directories, id by id: what answers it. An id without an answer fails, and so does an answer that is not there.
 *
 * - `show/language`: the rules that look for it; each says so itself, in `covers`. Several are joined by ` + `.
 * - `built`: our writer gives it by itself, proved in guarantees.test.ts.
 * - `network: …`: cannot be told from the files.
 * - `advice: …`: not checked, and why.
 * - `pending: …`: the family that is to answer it.
 */

import { describe, expect, test } from 'vitest'
import { rules, rulesById } from '../src/rules.ts'
import { guarantees } from './support/guarantees.ts'

const book: Readonly<Record<string, string>> = {
  // 1. The document
  'doc-well-formed': 'built + document/root + document/well-formed',
  'doc-xml-declaration': 'built + document/declaration + document/declaration-first',
  'doc-utf8': 'built + document/broken-bytes + document/utf8 + files/encoding',
  'doc-rss-version': 'built + document/rss-version',
  'doc-no-atom-root': 'built + document/atom',
  'doc-one-channel': 'built + document/one-channel',
  'doc-ns-itunes-exact': 'built + document/itunes-namespace',
  'doc-ns-content': 'built + document/namespace + document/namespaces-declared',
  'doc-ns-atom': 'built + document/namespace + document/namespaces-declared',
  'doc-ns-podcast': 'built + document/namespace + document/namespaces-declared',
  'doc-ns-psc': 'built + document/namespace',
  'doc-ns-media': 'built + document/namespace',
  'doc-ns-declared': 'built + document/undeclared-prefix',
  'doc-foreign-tags-in-ns': 'built + document/unknown-element',
  'doc-tag-case': 'built + document/tag-case',
  'doc-value-255': 'document/long-value + text/name-too-long + text/too-long',
  'doc-trim-values': 'built + document/white-space',
  'doc-escape-plain-text': 'built + document/double-escaped + text/entities',
  'doc-control-chars':
    'built + document/forbidden-characters + document/odd-characters + text/control-characters + text/damaged',
  'doc-cdata-html': 'built',
  'doc-no-trailing-comment': 'built + document/trailing-comment',
  'doc-absolute-urls':
    'built + document/absolute-url + document/relative-links + front-matter/url + notes/bad-link + notes/link-scheme + notes/relative-link + show/base-url',
  'doc-url-uri-not-iri': 'built + audio/ascii-name + document/uri',
  'doc-rfc2822-shape':
    'built + date/unreadable + document/date-form + document/date-strict + document/date-style',
  'doc-rfc2822-zone': 'built + date/unreadable + document/date-zone',
  'doc-weekday-matches': 'built + date/unreadable + document/date-weekday',
  'doc-date-plausible': 'date/implausible + document/date-plausible',
  'doc-items-last': 'built + document/items-last',
  'doc-no-duplicate-singletons': 'built + document/duplicate-element + front-matter/duplicate-key',
  'doc-feed-size': 'document/size + show/feed-size',
  'doc-html-script': 'built + document/unsafe-html + notes/unsafe-html',
  'doc-unknown-ns-noise': 'advice: an unknown namespace is no fault, it is what namespaces are for',
  // 2. Show (channel)
  'show-title-required': 'document/show-title + front-matter/required + text/title-empty',
  'show-title-plain': 'text/markup',
  'show-title-no-keywords': 'show/title-keywords',
  'show-title-length': 'text/too-long',
  'show-itunes-title': 'built',
  'show-link-required': 'document/show-link + front-matter/required',
  'show-description-required': 'show/description-required',
  'show-description-4000-bytes': 'show/description-length',
  'show-description-html': 'built + text/markup',
  'show-language-required': 'document/show-language + front-matter/required',
  'show-language-code': 'show/language + show/language-three-letters',
  'show-category-required': 'document/category-form + document/show-category + front-matter/required',
  'show-category-known': 'show/category-known',
  'show-subcategory-nested': 'built + show/category-parent',
  'show-category-first-counts': 'show/category-count',
  'show-category-obsolete': 'show/category-retired',
  'show-category-2026-rename': 'show/category-renamed',
  'show-explicit-required': 'document/show-explicit + front-matter/required',
  'show-explicit-values': 'built + document/explicit-value + front-matter/flag + show/explicit-values',
  'show-explicit-territories':
    'advice: which countries hide explicit shows is not in our hands; `explicit` says so in its description',
  'show-image-required': 'document/image-as-text + document/show-image + front-matter/required',
  'show-author': 'show/author-missing + text/name-too-long',
  'show-owner-email': 'show/owner-email',
  'show-owner-email-valid': 'document/owner-email + front-matter/email',
  'show-type-values': 'built + document/word-value + front-matter/choice',
  'show-type-serial-needs-tag': 'built + episode/number-serial',
  'show-copyright-form': 'show/copyright-form',
  'show-complete-value': 'built + document/switch-value',
  'show-complete-danger': 'show/complete',
  'show-block-value': 'built + document/switch-value + show/block',
  'show-new-feed-url-placement': 'show/new-feed-url',
  'show-new-feed-url-equals-self': 'show/new-feed-url',
  'show-apple-verify': 'built',
  'show-atom-self': 'built + document/self-link',
  'show-atom-self-matches': 'network: where the feed is served is seen by `build-feed publish`',
  'show-image-rss-size': 'built + document/rss-image',
  'show-image-rss-matches': 'built + document/rss-image-agrees',
  'show-generator': 'built',
  'show-docs': 'built',
  'show-lastbuilddate': 'built',
  'show-ttl-integer': 'built + document/ttl',
  'show-contact-format': 'built + show/contact + text/email-in-name',
  'show-deprecated-tags': 'built + document/deprecated-elements',
  'show-has-episode': 'show/has-episode',
  'show-guid-rec': 'document/duplicate-element + document/podcast-identity + podcast/guid-shape',
  'show-guid-uuid5': 'podcast/guid-derivation',
  'show-guid-once': 'history/podcast-guid-changed',
  'show-guid-shape': 'podcast/guid-shape',
  'show-locked-rec': 'document/podcast-identity',
  'show-funding-url': 'podcast/https + podcast/text-length',
  'show-medium-value': 'podcast/medium-list',
  'show-medium-list-no-items': 'podcast/medium-list',
  'show-medium-publisher': 'podcast/medium-publisher',
  'show-podcast-txt-limits': 'podcast/text-length',
  'show-podcast-block-slugs': 'podcast/block-service',
  'show-update-frequency-rrule': 'podcast/update-frequency',
  'show-trailer-attrs': 'document/podcast-attributes + podcast/trailer',
  'show-podcast-https': 'podcast/https',
  'show-license-url': 'podcast/license-url',
  'show-podping-flag':
    'advice: whether notices are really sent is not in the files; `podping` is written only when asked for',
  'show-spotify-extras': 'advice: read by Spotify only, and known from third parties',
  'show-no-password': 'front-matter/url + text/credentials',
  // 3. Episode (item)
  'ep-title-required': 'document/episode-title + front-matter/required + text/title-empty',
  'ep-title-no-numbers': 'episode/title-number',
  'ep-title-no-show-name': 'episode/title-show-name',
  'ep-title-length': 'text/too-long',
  'ep-itunes-title': 'built + episode/title-number',
  'ep-enclosure-required': 'built + audio/missing + document/episode-enclosure + document/two-enclosures',
  'ep-enclosure-three-attrs': 'built + document/enclosure-attributes',
  'ep-enclosure-http': 'built + document/url-scheme + front-matter/url',
  'ep-enclosure-length-bytes': 'built + document/enclosure-attributes + document/enclosure-length',
  'ep-enclosure-type-known': 'audio/format + document/enclosure-media',
  'ep-enclosure-m4a-type': 'built + document/enclosure-type',
  'ep-enclosure-not-mp3-type': 'built + document/enclosure-type',
  'ep-enclosure-extension': 'audio/extension + document/enclosure-media',
  'ep-enclosure-extension-query': 'audio/extension-query',
  'ep-enclosure-type-matches': 'audio/extension + audio/ending-type + document/enclosure-type',
  'ep-enclosure-ascii-name': 'built + audio/ascii-name + document/uri',
  'ep-enclosure-unique': 'episode/enclosure-unique',
  'ep-enclosure-replace-new-url': 'history/audio-replaced',
  'ep-guid-required': 'built + document/episode-guid',
  'ep-guid-unique': 'episode/guid-case + episode/guid-unique',
  'ep-guid-stable': 'history/guid-changed',
  'ep-guid-permalink-flag': 'built + document/guid-permalink',
  'ep-guid-form': 'episode/guid-form + episode/guid-nil',
  'ep-guid-trailer-differs': 'episode/guid-unique',
  'ep-guid-apple-subscriber': 'advice: only for audio behind a subscription at Apple',
  'ep-pubdate-required': 'document/episode-date + front-matter/required',
  'ep-pubdate-not-future': 'built + document/date-plausible',
  'ep-pubdate-unique-order': 'date/equal',
  'ep-description': 'document/episode-description + episode/description-missing',
  'ep-description-limit': 'episode/description-long + episode/description-too-long',
  'ep-description-html-allowlist': 'notes/lost-content',
  'ep-description-spotify-html':
    'advice: known from third parties; the portable set is kept to by notes/lost-content',
  'ep-description-youtube': 'advice: known from third parties, and every other app shows the HTML',
  'ep-description-order': 'built + document/description-order',
  'ep-content-encoded': 'built',
  'ep-summary-not-copy': 'episode/summary-copy + text/too-long',
  'ep-link': 'episode/link-missing',
  'ep-duration': 'built + document/duration-form',
  'ep-duration-format': 'built + document/duration-form + front-matter/duration',
  'ep-duration-measured': 'audio/written-duration',
  'ep-explicit': 'built + document/explicit-value + front-matter/flag + show/explicit-values',
  'ep-image': 'artwork/size',
  'ep-number-positive': 'document/number-value + episode/number-positive + front-matter/number',
  'ep-number-serial': 'episode/number-serial',
  'ep-number-unique': 'episode/number-unique',
  'ep-season-positive': 'document/number-value + episode/number-positive + front-matter/number',
  'ep-season-all-or-none': 'episode/season-all-or-none',
  'ep-type-values': 'built + document/word-value + front-matter/choice',
  'ep-type-trailer-matrix': 'advice: every combination is right, and means something else',
  'ep-trailer-present': 'show/only-trailers',
  'ep-block': 'built + document/switch-value',
  'ep-author': 'built + document/contact',
  'ep-person-names': 'podcast/person-role + podcast/text-length',
  'ep-person-replaces': 'podcast/persons-only',
  'ep-podcast-season-name':
    'podcast/episode-display + podcast/season-name + podcast/season-names + podcast/text-length',
  'ep-soundbite': 'document/podcast-attributes + podcast/soundbite-inside + podcast/soundbite-length',
  'ep-alt-enclosure': 'document/podcast-attributes + podcast/alternate-enclosure',
  'ep-social-interact': 'podcast/social-disabled',
  'ep-location-shape': 'podcast/location-shape',
  'ep-live-item': 'document/podcast-attributes + podcast/live-item + podcast/live-no-stream',
  'ep-value-splits': 'podcast/value-recipients + podcast/value-time-split',
  'ep-ai-content': 'podcast/ai-content',
  'ep-comments-category': 'built',
  // 4. Audio file
  'audio-format-mp3-aac': 'audio/format',
  'audio-format-spotify': 'audio/format',
  'audio-mp3-mono': 'audio/bit-rate + audio/sample-rate',
  'audio-mp3-stereo': 'audio/bit-rate',
  'audio-bitrate-spotify': 'advice: the figures appear in blog posts only',
  'audio-sample-rate': 'audio/sample-rate',
  'audio-loudness': 'advice: needs a decoder, and the figure is told by third parties only',
  'audio-readable': 'audio/truncated',
  'audio-not-empty-mismatch': 'audio/tags',
  'audio-m4a-faststart': 'audio/faststart',
  'audio-no-ads-youtube': 'advice: what is spoken is not measured',
  'audio-video-youtube': 'audio/video',
  'audio-hls-not-rss': 'advice: not through RSS at all',
  // 5. Artwork
  'art-square': 'artwork/square',
  'art-size-range': 'artwork/size',
  'art-size-preferred': 'artwork/size',
  'art-format': 'artwork/format',
  'art-extension-matches': 'artwork/extension',
  'art-rgb': 'artwork/palette + artwork/rgb',
  'art-no-alpha': 'artwork/alpha',
  'art-72dpi': 'artwork/density',
  'art-file-size': 'artwork/file-size',
  'art-progressive': 'advice: every app of today shows a progressive JPEG',
  'art-url-changes': 'history/artwork-replaced',
  'art-head': 'network: how the server answers is seen by `build-feed publish`',
  'art-https': 'show/https',
  'art-content': 'artwork/size',
  'art-youtube-16-9': 'advice: reported by third parties, and no tag that we write',
  'art-podcast-image': 'podcast/image-alt + podcast/image-shape',
  // 6. Chapters
  'ch-tag': 'built + document/podcast-attributes',
  'ch-json-version': 'chapters/unreadable',
  'ch-json-start': 'chapters/json-shape',
  'ch-json-order': 'chapters/ascending',
  'ch-json-within': 'chapters/end-after-start + chapters/equal-starts + chapters/within-duration',
  'ch-json-optional': 'chapters/unknown-key + chapters/value',
  'ch-json-https-img': 'chapters/https',
  'ch-first-zero': 'chapters/first-at-zero',
  'ch-min-three': 'chapters/at-least-three',
  'ch-title-short': 'chapters/title-length',
  'ch-description-lines': 'chapters/notes-list',
  'ch-psc-shape': 'built + chapters/psc-shape + chapters/title-missing',
  'ch-psc-time': 'built + chapters/entry',
  'ch-emit-all': 'built',
  'ch-embedded-agree': 'chapters/sources-agree',
  'ch-served-type': "network: the media type is the server's",
  'ch-apple-auto': 'chapters/made-up',
  // 7. Transcript
  'tr-attrs': 'document/podcast-attributes + transcripts/type',
  'tr-type-values': 'built + transcripts/type',
  'tr-type-matches': 'transcripts/type',
  'tr-prefer-vtt': 'transcripts/prefer-vtt',
  'tr-vtt-valid': 'transcripts/cue-order + transcripts/vtt-syntax',
  'tr-srt-valid': 'transcripts/srt-syntax',
  'tr-json-valid': 'transcripts/json-shape',
  'tr-html-tags': 'transcripts/html-tags',
  'tr-language': 'transcripts/language',
  'tr-captions': 'transcripts/captions',
  'tr-within-duration': 'transcripts/within-duration',
  'tr-cors': "network: the header is the server's",
  'tr-apple-optin': 'advice: chosen in Apple Podcasts Connect',
  // 8. Hosting and delivery
  'host-head': 'web/no-head',
  'host-byte-range': 'web/no-ranges',
  'host-public': 'show/private-address',
  'host-https': 'show/https',
  'host-conditional-get': 'network: how the server answers is seen by `build-feed publish`',
  'host-content-type-feed': 'network: how the server answers is seen by `build-feed publish`',
  'host-content-type-media': 'web/wrong-type',
  'host-compress': 'network: how the server answers is seen by `build-feed publish`',
  'host-301-move': "network: a redirect is the server's; `newFeedUrl` is looked at by show/new-feed-url",
  'host-redirect-302-media': 'advice: redirects before a file are fine',
  'host-prefix-count': 'show/prefix-count',
  'host-no-redirect-chain': 'network: how the server answers is seen by `build-feed publish`',
  'host-cors': 'network: how the server answers is seen by `build-feed publish`',
  'host-no-mixed': 'show/https',
  'host-websub': 'built',
  'host-podping': 'network: sent by `build-feed publish`',
  'host-paging': 'advice: one feed holds all episodes; `limit` keeps it short',
  'host-apple-passthrough': 'advice: an address for people, not for the feed',
  'host-feed-url-stable': 'history/feed-url-changed',
  // 9. Between episodes and between builds
  'x-guid-history': 'history/gone + history/guid-changed',
  'x-episode-count-drop': 'history/gone',
  'x-media-still-there': 'history/audio-replaced',
  'x-order-newest-first': 'built',
  'x-trailer-first': 'episode/trailer-count',
  'x-explicit-consistency': 'advice: the episode says so itself, which Apple allows',
  'x-season-numbering': 'episode/number-gap + episode/season-order',
  'x-remote-guid-known': 'podcast/remote-guid',
  'x-publisher-two-way': 'podcast/publisher-two-way',
  'x-subscriber-numbers': 'advice: only for audio behind a subscription at Apple',
}

const isWords = (answer: string): boolean => /^(network|advice|pending): \S/.test(answer)
const partsOf = (answer: string): string[] => (isWords(answer) ? [] : answer.split(' + '))

test('the rule book is whole', () => {
  expect(Object.keys(book)).toHaveLength(245)
})

describe.each(Object.entries(book))('%s', (id, answer) => {
  test(answer, () => {
    if (isWords(answer)) {
      expect(rules.filter(rule => rule.covers?.includes(id)).map(rule => rule.id)).toEqual([])
      expect(guarantees[id]).toBeUndefined()
      return
    }
    const named = partsOf(answer)
    expect(named.includes('built')).toBe(guarantees[id] !== undefined)
    const ruleIds = named.filter(part => part !== 'built')
    expect(ruleIds.filter(rule => !rulesById.has(rule))).toEqual([])
    expect(ruleIds.toSorted()).toEqual(
      rules
        .filter(rule => rule.covers?.includes(id))
        .map(rule => rule.id)
        .toSorted(),
    )
  })
})

test('no rule covers what the rule book does not have, and no guarantee does', () => {
  const covered = rules.flatMap(rule => rule.covers ?? [])
  expect([...covered, ...Object.keys(guarantees)].filter(id => book[id] === undefined)).toEqual([])
})
