/** Files that hold far too much of one thing, to be laid over a good show. Each is made in two sizes: what it costs must grow as it does. */

import type { Files } from './folder.ts'
import { documentOf, frontMatter } from './good-show.ts'

/** Of some size: so many lines, items, characters. */
export type Flood = (size: number) => Files

const times = (size: number, line: (n: number) => string): string =>
  Array.from({ length: size }, (_, n) => `${line(n)}\n`).join('')
const repeat = (size: number, text: string): string => text.repeat(size)

const episode = (yaml: string, body = 'Notes.\n'): Files => ({
  '001.md': documentOf({ ...frontMatter['001.md'] }, body).replace('\n---\n', `\n${yaml.trimEnd()}\n---\n`),
})
const field = (name: string, size: number, line: (n: number) => string): Files =>
  episode(`${name}:\n${times(size, n => `  ${line(n)}`)}`)
const notes = (body: string): Files => episode('', body)
const file = (name: string, content: string): Files => ({ [name]: content })

/** As many spellings as one likes: no two are the same key, all mean the same. */
const spelled = (word: string, n: number): string =>
  [...word].map((letter, bit) => ((n >> bit) & 1 ? letter.toUpperCase() : letter)).join('')

const cue = '00:00.000 --> 00:01.000\n'

export const frontMatterFloods: Readonly<Record<string, Flood>> = {
  'unknown keys': size => episode(times(size, n => `unknown${n}: x`)),
  'keys that are nearly known': size => episode(times(size, n => `episodx${n}: x`)),
  'merge keys': size => episode(times(size, n => `<<: {a${n}: b}`)),
  'a list of merge keys': size => episode(`<<: [${times(size, n => `{a${n}: b},`).replaceAll('\n', '')}]`),
  'keys of other programs': size => episode(times(size, n => `${spelled('eleventynavigation', n)}: x`)),
  'other words for one key': size => episode(times(size, n => `${spelled('publicationdate', n)}: x`)),
  'equal keys': size => episode(repeat(size, 'title: x\n')),
  anchors: size => episode(times(size, n => `x${n}: &a${n} y`)),
  tabs: size => episode(times(size, n => `\tx${n}: y`)),
  'colons in values': size => episode(times(size, n => `x${n}: y: z`)),
  'opened brackets': size => episode(`x: ${repeat(size, '[')}`),
  'opened braces': size => episode(`x: ${repeat(size, '{a: ')}`),
  quotes: size => episode(`x: ${repeat(size, '"')}`),
  comments: size => episode(repeat(size, '# x\n')),
  'a long line': size => episode(`summary: ${repeat(size, 'a ')}`),
  'blank items': size => field('persons', size, () => '-'),
  persons: size => field('persons', size / 2, n => `- {name: A${n}, role: x}`),
  'misspelt keys of persons': size => field('persons', size, n => `- {nme: A${n}}`),
  'chapters that are none': size => field('chapters', size, n => `- x${n}`),
  'a map of chapters': size => field('chapters', size, n => `0:${n}: y`),
  'chapters backwards': size => field('chapters', size / 2, n => `- {start: ${size - n}, title: x}`),
  allowances: size => field('allow', size, n => `- a/b${n}`),
  'one allowance': size => field('allow', size, () => '- audio/bit-rate'),
  'control characters': size => field('txt', size, n => `- "a\\x07 ${n}"`),
  soundbites: size => field('soundbites', size, n => `- 0:0${n % 10} +30`),
  'transcripts that are missing': size => field('transcripts', size, n => `- x${n}.vtt`),
  'pictures that are missing': size => field('images', size, n => `- x${n}.jpg`),
  keywords: size => field('keywords', size, n => `- x${n}`),
  entities: size => episode(`summary: "${repeat(size, '&x;')}"`),
}

/** Of front matter there is not so much to be read as of notes and of other files. */
export const fileFloods: Readonly<Record<string, Flood>> = {
  'links in notes': size => notes(times(size, n => `[a](b${n})`)),
  'times in notes': size => notes(times(size, n => `0:${String(n % 60).padStart(2, '0')} x`)),
  'control characters in notes': size => notes(repeat(size, 'a\u0007b\n')),
  'scripts in notes': size => notes(repeat(size, '<script>x</script>\n')),
  'open tags in notes': size => notes(repeat(size, '<b>')),
  'open brackets in notes': size => notes(repeat(size, '[')),
  'images in notes': size => notes(repeat(size, '![')),
  'open links in notes': size => notes(repeat(size, '[a](')),
  'stars in notes': size => notes(repeat(size, '*a ')),
  'stars and underscores in notes': size => notes(repeat(size, '*_')),
  'backticks in notes': size => notes(times(size / 100, n => '`'.repeat(n % 100))),
  'quotes in notes': size => notes(repeat(size, '> ')),
  'lists in notes': size => notes(repeat(size, '- ')),
  'comments in notes': size => notes(repeat(size, '<!--')),
  'angles in notes': size => notes(repeat(size, '<')),
  'ampersands in notes': size => notes(repeat(size, '&')),
  'addresses in notes': size => notes(repeat(size, 'www.a.b ')),
  'at signs in notes': size => notes(repeat(size, 'a@')),
  'reference definitions in notes': size => notes(times(size, n => `[a${n}]: x`)),
  'headings in notes': size => notes(repeat(size, '# x\n')),
  'tables in notes': size => notes(`${repeat(size, 'a|')}\n${repeat(size, '-|')}\n`),
  'attributes in notes': size => notes(`<a ${repeat(size, 'b="c" ')}>`),
  voices: size => file('001.vtt', `WEBVTT\n\n${cue}${repeat(size, '<v a>b')}`),
  'voices that never close': size => file('001.vtt', `WEBVTT\n\n${cue}${repeat(size, '<v ')}`),
  cues: size => file('001.vtt', `WEBVTT\n${repeat(size, `\n${cue}x\n`)}`),
  arrows: size => file('001.vtt', `WEBVTT\n${repeat(size, '0:0 --> 0:1\n')}`),
  'stray lines': size => file('001.vtt', `WEBVTT\n${repeat(size, '\nx\n')}`),
  'cues of SRT': size => file('001.srt', repeat(size, '1\n00:00:00,000 --> 00:00:01,000\nx\n\n')),
  'numbers of SRT': size => file('001.srt', repeat(size, '1\n')),
  paragraphs: size => file('001.html', repeat(size, '<time>0:00</time><p>b</p>')),
  'tags that never close': size => file('001.html', `<p>${repeat(size, '<')}`),
  segments: size =>
    file('001.json', `{"version":"1.0.0","segments":[${repeat(size, '{"startTime":0,"body":"x"},')}{}]}`),
  'empty segments': size => file('001.json', `[${repeat(size, '{},')}{}]`),
  'opened brackets of JSON': size => file('001.json', repeat(size, '[')),
  'keys of JSON': size => file('001.json', `{${times(size, n => `"a${n}":1,`)}"b":2}`),
  'JSON chapters': size =>
    file(
      '001.chapters.json',
      `{"version":"1.2.0","chapters":[${times(size, n => `{"startTime":${n},"title":"x","img":"x${n}","k":1},`)}{}]}`,
    ),
  'chapters of Podlove': size =>
    file(
      '001.psc',
      `<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">${repeat(size, '<psc:chapter start="0" title="x"/>')}</psc:chapters>`,
    ),
  'attributes of chapters': size => file('001.psc', `<psc:chapters ${times(size, n => `a${n}="x" `)}>`),
  'chapters as text': size => file('001.chapters.txt', repeat(size, '0:00 x\n')),
  'chapters as CSV': size => file('001.chapters.csv', repeat(size, '0:00,x\n')),
  'a lock of rubbish': size =>
    file(
      'feed.lock.json',
      `{"version":1,"podcastGuid":"x","episodes":{${times(size, n => `"a${n}":{},`)}"b":{}}}`,
    ),
  'conflict marks in the lock': size => file('feed.lock.json', repeat(size, '<<<<<<< \n')),
}
