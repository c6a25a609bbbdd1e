/** Nobody is overlooked: what lies in a show folder under a name that is not quite right is found, or told with the nearest. */

import { mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { markdownEndings } from '../src/names.ts'
import { saidOnce } from '../src/report/said-once.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodAudio, goodShow } from './support/good-show.ts'
import { lay } from './support/lay.ts'
import { mp3 } from './support/mpeg.ts'
import { recipe } from './support/recipe.ts'
import { type Run, rebuild, runShow } from './support/run.ts'
import { say } from './support/terminal.ts'

const good = goodShow()
const [audio, other] = [goodAudio['001.mp3'], mp3({ seconds: 13 })]
const cover = good['cover.jpg']!
const vtt = 'WEBVTT\n\n00:00.000 --> 00:09.000\nHello\n'
const episode = (fields: Readonly<Record<string, string>> = {}, body = 'Notes.\n'): string =>
  documentOf({ ...frontMatter['001.md'], ...fields }, body)

/** The show with some files under other names. */
const renamed = (names: Readonly<Record<string, string>>, show: Files = good): Files =>
  Object.fromEntries(Object.entries(show).map(([path, content]) => [names[path] ?? path, content]))
const without = (...paths: string[]): Files =>
  Object.fromEntries(Object.entries(good).filter(([path]) => !paths.includes(path)))

const said = (run: Run, rule: string) => run.diagnostics.filter(one => one.rule === rule)
const messages = (run: Run, rule: string): readonly string[] => said(run, rule).map(({ message }) => message)

/** What `validate --fix` makes of a show: what it said, and the file. */
const repaired = async (show: Files, file: string): Promise<{ stderr: string; text: string }> => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), show)
  const { stderr } = await say({ cwd }, 'validate', '--fix')
  return { stderr, text: readFileSync(join(cwd, 'episodes', file), 'utf8') }
}

describe('every ending of Markdown', () => {
  const endings = [...markdownEndings, ...markdownEndings.map(one => one.toUpperCase())]

  test.each(endings)('.%s: the same feed, the same lock', async ending => {
    const usual = await runShow(good)
    const show = renamed({ '001.md': `001.${ending}`, '002.md': `002.${ending}` })
    const run = await runShow(show)
    expect(run.diagnostics).toEqual([])
    expect(run.feed).toBe(usual.feed)
    expect(run.podcast?.lock).toEqual(usual.podcast?.lock)
  })

  test.each(endings)('show.%s is the show', async ending => {
    const run = await runShow(renamed({ 'show.md': `show.${ending}` }))
    expect(run.diagnostics).toEqual([])
    expect(run.feed).toBe((await runShow(good)).feed)
  })

  test('side files belong to them: audio, transcripts in any language, chapters, a picture', async () => {
    const run = await runShow({
      ...renamed({ '001.md': '001.mdx', '001.mp3': '001.MP3' }),
      '001.VTT': vtt,
      '001.de.vtt': vtt,
      '001.CHAPTERS.json':
        '{"version":"1.2.0","chapters":[{"startTime":0,"title":"a"},{"startTime":3,"title":"b"},{"startTime":6,"title":"c"}]}',
      '001.JPG': cover,
    })
    expect(run.ids.filter(id => !id.startsWith('transcripts/') && !id.startsWith('audio/'))).toEqual([])
    const [release] = run.podcast!.releases.filter(({ stem }) => stem === '001')
    expect(release).toMatchObject({ path: '001.mdx', url: 'https://show.example/feed/001.MP3' })
    expect(release!.episode.transcripts.map(one => one.language)).toEqual(expect.arrayContaining(['de']))
    expect(release!.episode.chapters?.list).toHaveLength(3)
    expect(release!.episode.image).toBe('https://show.example/feed/001.JPG')
  })

  test('an episode that gets another ending keeps its guid, and is not gone', async () => {
    const run = await runShow(good)
    renameSync(join(run.root, 'episodes/001.md'), join(run.root, 'episodes/001.markdown'))
    const again = await rebuild(run.root)
    expect(again.diagnostics).toEqual([])
    expect(again.feed).toBe(run.feed)
  })

  test('one that is gone is named as the others end', async () => {
    const run = await runShow(renamed({ '001.md': '001.mdx', '002.md': '002.mdx' }))
    renameSync(join(run.root, 'episodes/002.mdx'), join(run.root, 'episodes/_002.mdx'))
    expect(messages(await rebuild(run.root), 'history/gone')[0]).toContain('episodes/002.mdx')
  })

  test('README and LICENSE are no episodes, whatever they end in', async () => {
    const run = await runShow({ ...good, 'README.markdown': 'Hello', 'docs/Licence.mdx': 'Yours' })
    expect(run.diagnostics).toEqual([])
  })

  test('--fix repairs them', async () => {
    const show = { ...without('001.md'), '001.mdx': episode({ titel: 'x', title: '' }, '<A />\n') }
    expect(
      (await repaired({ ...show, '001.mdx': episode().replace('title:', 'titel:') }, '001.mdx')).text,
    ).toContain('\ntitle: The lighthouse keeper')
  })
})

describe('the notes of .mdx', () => {
  const body = [
    "import Player from './Player'",
    '',
    'Hello **you**, see [here](www.lights.example/tower).',
    '',
    '<Player src="001.mp3" />',
    '',
    '```jsx',
    '<Player />',
    '```',
    '',
    '<Note>',
    '    Inside, `<Note>` *too*.',
    '</Note>',
    '',
  ].join('\n')
  const show = { ...without('001.md'), '001.mdx': episode({}, body) }

  test('are Markdown without the code of the page, which is told once', async () => {
    const run = await runShow(show)
    expect(said(run, 'notes/mdx')).toMatchObject([
      {
        severity: 'warning',
        place: { file: 'episodes/001.mdx', line: 8, column: 1 },
        message: expect.stringMatching(/^import lines, `<Note>` and `<Player>` belong to your web site/),
      },
    ])
    expect(run.feed).toContain('<pre><code>&lt;Player /&gt;\n</code></pre>')
    expect(run.feed).toContain('<p>Inside, <code>&lt;Note&gt;</code> <em>too</em>.</p>')
    expect(run.feed).not.toContain('import Player')
  })

  test('problems in them stand where they stand in the file', async () => {
    const problem = said(await runShow(show), 'notes/link-scheme')[0]!
    expect(problem.place).toMatchObject({ file: 'episodes/001.mdx', line: 10 })
    expect(body.split('\n')[2]!.slice(problem.place.column! - 1, problem.place.endColumn! - 1)).toBe(
      'www.lights.example/tower',
    )
  })

  test('may list chapters', async () => {
    const list = '<Chapters>\n  - 0:00 Intro\n  - 0:03 The letter\n  - 0:08 Farewell\n</Chapters>\n'
    const run = await runShow({ ...without('001.md'), '001.mdx': episode({ chapters: 'notes' }, list) })
    const [release] = run.podcast!.releases.filter(({ stem }) => stem === '001')
    expect(release!.episode.chapters?.list).toMatchObject([
      { title: 'Intro' },
      { title: 'The letter' },
      { title: 'Farewell' },
    ])
  })

  test('of nothing but code are no notes', async () => {
    const run = await runShow({ ...without('001.md'), '001.mdx': episode({}, '<Player />\n') })
    expect(run.ids).toEqual(expect.arrayContaining(['episode/description-missing', 'notes/mdx']))
  })

  test('what is left out may be allowed, there or for the whole show', async () => {
    const inFile = { ...show, '001.mdx': episode({ allow: 'notes/mdx' }, '<A />\n\nNotes.\n') }
    expect((await runShow(inFile)).ids).toEqual([])
    const inShow = { ...inFile, ...lay({ 'show.md': 'allow: notes/mdx' }).files, '001.md': undefined }
    const { '001.md': _, ...files } = inShow
    expect((await runShow({ ...files, '001.mdx': episode({}, '<A />\n\nNotes.\n') } as Files)).ids).toEqual(
      [],
    )
  })

  test('nothing in them is run', async () => {
    const evil =
      'export const a = (globalThis.ran = true)\n\n{(() => { globalThis.ran = true })()}\n\nNotes.\n'
    await runShow({ ...without('001.md'), '001.mdx': episode({}, evil) })
    expect(globalThis).not.toHaveProperty('ran')
  })

  test('the same in many files are told in the same words, so that they are told together', async () => {
    const run = await runShow({
      ...without('001.md', '002.md'),
      '001.mdx': episode({}, '<A />\n\nNotes.\n\n<B />'),
      '002.mdx': documentOf(frontMatter['002.md'], 'More notes.\n\n<B />\n\n<A />\n\n<A />\n'),
    })
    const [one, two] = messages(run, 'notes/mdx')
    expect(one).toBe(two)
  })
})

test('of many files with code in their notes that is told once', async () => {
  const many = Array.from({ length: 5 }, (_, i): [string, string] => [
    `1${i}.mdx`,
    episode(
      {
        date: `2026-03-0${i + 1}`,
        episode: `${10 + i}`,
        title: `T${i}`,
        link: '',
        audio: `https://cdn.example/${i}.mp3`,
      },
      '<A />\n',
    ),
  ])
  const run = await runShow({ ...good, ...Object.fromEntries(many) })
  expect(said(run, 'notes/mdx').map(({ place }) => place.file)).toEqual(
    many.map(([name]) => `episodes/${name}`),
  )
  const told = saidOnce(said(run, 'notes/mdx'))
  expect(told.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^the notes of 5 episodes hold imports, components or expressions/),
  ])
})

describe('two files of one stem', () => {
  test.each(['001.mdx', '001.markdown', '001.MD'])(
    '001.md and %s: one of them is read, and that is an error',
    async name => {
      const run = await runShow({ ...good, [name]: 'not even an episode' })
      expect(run.diagnostics.map(({ rule, place }) => [rule, place.file])).toEqual([
        ['files/same-stem', `episodes/${name}`],
      ])
    },
  )

  test('a show that is there twice too', async () => {
    const run = await runShow({ ...good, 'Show.md': good['show.md']!, 'show.mdx': 'x' })
    expect(run.diagnostics.map(({ rule, place }) => [rule, place.file])).toEqual([
      ['files/same-stem', 'episodes/Show.md'],
      ['files/same-stem', 'episodes/show.mdx'],
    ])
  })
})

const decomposed = (name: string): string => name.normalize('NFD')

describe('a name in front matter that no file has', () => {
  const cases: readonly [
    differs: string,
    written: Readonly<Record<string, string>>,
    files: Files,
    right: string,
  ][] = [
    ['capitals', { '001.md': 'audio: Talk.mp3' }, { 'talk.MP3': audio }, 'talk.MP3'],
    ['accents', { '001.md': 'audio: Café.mp3' }, { [decomposed('Café.mp3')]: audio }, decomposed('Café.mp3')],
    ['a folder', { '001.md': 'audio: talk.mp3' }, { 'audio/talk.mp3': audio }, 'audio/talk.mp3'],
    ['another folder', { '001.md': 'audio: media/talk.mp3' }, { 'talk.mp3': audio }, 'talk.mp3'],
    ['zeros', { '001.md': 'audio: ep1.mp3' }, { 'ep001.mp3': audio }, 'ep001.mp3'],
    ['an ending', { '001.md': 'audio: talk.wav' }, { 'talk.mp3': audio }, 'talk.mp3'],
    ['escapes', { '001.md': 'audio: my%20talk.mp3' }, { 'my talk.mp3': audio }, 'my talk.mp3'],
    ['an ending, of a picture', { 'show.md': 'image: cover.png' }, {}, 'cover.jpg'],
    ['capitals, of a picture', { '001.md': 'image: Cover.JPG' }, {}, 'cover.jpg'],
    ['a folder, of a transcript', { '001.md': 'transcripts: x.vtt' }, { 'text/x.vtt': vtt }, 'text/x.vtt'],
    [
      'capitals, of chapters',
      { '001.md': 'chapters: X.txt' },
      { 'x.txt': '0:00 Intro\n0:03 Letter\n0:08 Farewell\n' },
      'x.txt',
    ],
    [
      'capitals, of a portrait',
      { '001.md': 'persons: [{ name: Ada, img: Ada.jpg }]' },
      { 'ada.jpg': cover },
      'ada.jpg',
    ],
    [
      'zeros, of an alternate enclosure',
      { '001.md': 'alternateEnclosures: [{ sources: [{ uri: a1.opus }] }]' },
      { 'a01.opus': recipe('opus', '10') },
      'a01.opus',
    ],
  ]

  test.each(cases)('%s: the file is named, and --fix writes its name', async (_, written, files, right) => {
    const file = Object.keys(written)[0]!
    const laid = lay({
      ...written,
      '001.mp3': written['001.md']?.startsWith('audio') ? '!nothing' : '!mp3 10',
    }).files
    const run = await runShow({ ...laid, ...files })
    const found = run.diagnostics.filter(({ rule }) => rule === 'files/missing' || rule === 'audio/missing')
    expect(found).toHaveLength(1)
    expect(found[0]!.help).toBe(`Write \`${right}\`.`)
    expect(said(run, 'files/unclaimed')).toEqual([])
    const { stderr, text } = await repaired({ ...laid, ...files }, file)
    expect(stderr).toContain('1 fix in 1 file.')
    expect(text).toContain(right)
    expect(stderr).not.toMatch(/error\[/)
  })

  test('what cannot be seen is told', async () => {
    const { files } = lay({ '001.md': 'audio: Café.mp3', '001.mp3': '!nothing' })
    const run = await runShow({ ...files, [decomposed('Café.mp3')]: audio })
    expect(messages(run, 'audio/missing')[0]).toContain('its accents are stored in another way')
  })

  test.each<[string, Files, string]>([
    ['a slip of the hand', { 'lighthuose.mp3': audio }, 'lighthuose.mp3'],
    ['several differences', { 'Audio/Light House.m4a': audio }, 'Audio/Light House.m4a'],
  ])('%s is named, and not written', async (_, files, near) => {
    const laid = lay({ '001.md': 'audio: lighthouse.mp3', '001.mp3': '!nothing' }).files
    const [found] = said(await runShow({ ...laid, ...files }), 'audio/missing')
    expect(found).toMatchObject({
      help: `Write \`${near}\` if that is the one that is meant, or copy the file there.`,
    })
    expect(found!.fix).toBeUndefined()
  })

  test('where two come equally near, both are named', async () => {
    const laid = lay({ '001.md': 'audio: talk.mp3', '001.mp3': '!nothing' }).files
    const [found] = said(
      await runShow({ ...laid, 'a/talk.mp3': audio, 'b/talk.mp3': other }),
      'audio/missing',
    )
    expect(found!.message).toBe(
      'the audio file "talk.mp3" is not in the show folder; "a/talk.mp3" and "b/talk.mp3" come near',
    )
    expect(found!.fix).toBeUndefined()
  })

  test('the recording of another episode is not offered', async () => {
    const laid = lay({ '001.md': 'audio: 2.mp3', '001.mp3': '!nothing' }).files
    expect(said(await runShow(laid), 'audio/missing')[0]!.help).toBe(
      'Copy the file there, or correct the name; capitals count.',
    )
  })

  test('it is written as it is read from the file that it stands in', async () => {
    const show = {
      ...without('001.md', '001.mp3'),
      'season-1/001.md': episode({ audio: 'talk.mp3' }),
      'season-1/Talk.mp3': audio,
      'season-1/002.md': episode({
        date: '2026-02-05',
        episode: '3',
        title: 'Third',
        audio: 'Media/third.mp3',
      }),
      'media/third.mp3': other,
    }
    expect(said(await runShow(show), 'audio/missing').map(({ help }) => help)).toEqual([
      'Write `Talk.mp3`.',
      'Write `media/third.mp3`.',
    ])
  })
})

describe('an episode whose recording has another name', () => {
  test.each<[string, string, string]>([
    ['capitals', 'intro.md', 'Intro.mp3'],
    ['zeros', '001.md', '1.mp3'],
    ['zeros', '1-first.md', '001-first.m4a'],
    ['a folder', '001.md', 'audio/001.mp3'],
    ['accents', 'café.md', decomposed('café.mp3')],
  ])('%s: %s and %s: --fix writes it', async (_, markdown, recording) => {
    const bytes = recording.endsWith('.m4a') ? recipe('m4a', '10') : audio
    const show = { ...without('001.md', '001.mp3'), [markdown]: episode(), [recording]: bytes }
    const run = await runShow(show)
    expect(run.ids).toEqual(['audio/missing'])
    expect(run.diagnostics[0]!.fix?.title).toBe(`Add "audio: ${recording}"`)
    const { stderr, text } = await repaired(show, markdown)
    expect(text).toContain(`\naudio: ${recording}\n`)
    expect(stderr).not.toMatch(/error\[|\[files\//)
  })

  test('an empty `audio:` is filled in', async () => {
    const show = { ...without('001.md', '001.mp3'), '001.md': episode({ audio: '' }), '1.mp3': audio }
    expect((await repaired(show, '001.md')).text).toMatch(/^audio: 1\.mp3 ?$/m)
  })

  test('the only recording beside the only episode is named, and not written', async () => {
    const show = { ...without('001.mp3', '002.md', '002.mp3'), 'My recording.mp3': audio }
    const [found] = said(await runShow(show), 'audio/missing')
    expect(found).toMatchObject({
      message:
        'this episode has no audio under its own name; "My recording.mp3" is the only recording in its folder',
      help: 'Write `audio: My recording.mp3`, or rename the file to 001.mp3, if it is its recording.',
    })
    expect(found!.fix).toBeUndefined()
  })

  test('another number is another episode', async () => {
    const run = await runShow({ ...without('001.mp3'), '003.mp3': audio })
    expect(messages(run, 'audio/missing')).toEqual(['this episode has no audio, so there is nothing to play'])
    expect(said(run, 'files/unclaimed')).toHaveLength(1)
  })

  test('a draft is asked for nothing, and its recording is a note', async () => {
    const run = await runShow({ ...good, '003.md': episode({ draft: 'true' }), '3.mp3': other })
    expect(said(run, 'files/unclaimed')).toMatchObject([
      { severity: 'note', help: expect.stringContaining('Write `audio: 3.mp3` in episodes/003.md') },
    ])
  })
})

describe('a recording that belongs to no episode', () => {
  test('is a note with the command that makes its episode, and the command makes it', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), { ...good, '003 talk.mp3': other })
    const built = await say({ cwd })
    expect(built.code).toBe(0)
    expect(built.stderr).toContain('note[files/unclaimed]')
    expect(built.stderr).toContain('`build-feed new "episodes/003 talk.mp3"`')
    expect((await say({ cwd }, 'new', 'episodes/003 talk.mp3')).code).toBe(0)
    expect((await say({ cwd }, 'validate')).stderr).not.toContain('files/unclaimed')
  })

  test.each<[string, string, Files, string]>([
    ['no sound', '003.mp3', { '003.mp3': 'words' }, 'it is text and not audio'],
    ['nothing', '003.mp3', { '003.mp3': '' }, 'it is empty'],
    [
      'no sound, like a draft',
      '3.mp3',
      { '3.mp3': 'words', '003.md': episode({ draft: 'true' }) },
      'is text',
    ],
    [
      'the name of what is no episode',
      'ReadMe.mp3',
      { 'ReadMe.mp3': other },
      'ReadMe.md would not be read as one',
    ],
    [
      'the name of another episode but for capitals',
      'One.mp3',
      {
        'one.md': episode({ date: '2026-03-01', episode: '3', audio: '003.mp3' }),
        '003.mp3': audio,
        'One.mp3': other,
      },
      'one.md is another one',
    ],
  ])('with %s: `new` would refuse it, so what is advised is another thing', async (_, name, files, says) => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), { ...good, ...files })
    const { stderr } = await say({ cwd }, 'validate')
    const told = stderr.replace(/\s+/g, ' ')
    expect(told).toContain('note[files/unclaimed]')
    expect(told).toContain(says)
    expect(told).toContain('Move what is not an episode into a folder')
    expect(told).not.toContain(`build-feed new episodes/${name}`)
    expect((await say({ cwd }, 'new', `episodes/${name}`)).code).toBe(2)
  })

  test('of many the command names one that `new` takes', async () => {
    const files = { 'a.mp3': 'words', 'b.mp3': other, 'c.mp3': other, 'd.mp3': other }
    const [found] = said(await runShow({ ...good, ...files }), 'files/unclaimed')
    expect(found!.help).toContain('Run `build-feed new episodes/b.mp3`')
  })

  test('the command names a show that is not the usual one', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'talks'), { ...good, '003.mp3': other })
    expect((await say({ cwd }, 'talks')).stderr).toContain('`build-feed new --show talks talks/003.mp3`')
  })

  test('five hundred are one note', async () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`r${1000 + i}.mp3`, 'x']))
    expect(messages(await runShow({ ...good, ...many }), 'files/unclaimed')).toEqual([
      '500 recordings belong to no episode, so nobody will hear them: r1000.mp3, r1001.mp3, r1002.mp3 and 497 more',
    ])
  })

  test.each<[string, Files]>([
    ['an alternative', { 'low.opus': recipe('opus', '10') }],
    ['the trailer of the show', { 'trailer.mp3': other }],
    ['a copy of what is served elsewhere', { 'masters/talk one.mp3': other }],
    ['of an episode that cannot be read', { '003.md': Buffer.from('\ufeffx', 'utf16le'), '003.mp3': other }],
    ['of an episode that is a link out', { '003.md': { link: '/etc/hostname' }, '003.mp3': other }],
    ['of an episode that ends in .mdx', { '003.mdx': 'x', '003.mp3': other }],
    [
      'in the output of a build',
      { 'public/feed.xml': '<rss/>', 'public/001.mp3': audio, 'public/x/2.mp3': other },
    ],
    ['in a folder that is not read', { '_raw/003.mp3': other, '.cache/x.mp3': other }],
  ])('%s is not one', async (_, files) => {
    const show = lay({
      'show.md': 'trailers: [{ title: T, url: trailer.mp3, pubDate: 2026-01-01T00:00:00Z }]',
      '001.md':
        'alternateEnclosures: [{ sources: [{ uri: low.opus }, { uri: "https://cdn.example/talk%20one.mp3" }] }]',
    }).files
    expect(said(await runShow({ ...show, ...files }), 'files/unclaimed')).toEqual([])
  })

  test.each(['003.txt', '003.docx', '003.yaml'])('beside %s: that may be its episode', async name => {
    const [found] = said(await runShow({ ...good, '003.mp3': other, [name]: 'x' }), 'files/unclaimed')
    expect(found!.message).toContain(`${name} beside it is not read`)
    expect(found!.help).toContain(`Rename ${name} to 003.md`)
  })

  test('beside its episode under a name of Windows: that is told, once', async () => {
    const run = await runShow({ ...good, '003.mp3': other, '003.md.txt': episode() })
    expect(run.ids).toEqual(['files/not-markdown'])
    expect(run.diagnostics[0]).toMatchObject({ severity: 'warning', help: 'Rename it to 003.md.' })
  })

  test('may be allowed', async () => {
    const { files } = lay({ 'show.md': 'allow: files/unclaimed', 'jingle.mp3': '!mp3 3' })
    expect((await runShow(files)).ids).toEqual([])
  })
})

describe('a transcript, chapters or a picture that is surely meant for an episode', () => {
  test.each<[string, string]>([
    ['0001.vtt', '001.vtt'],
    ['1.de.srt', '001.de.srt'],
    ['1.chapters.json', '001.chapters.json'],
    ['subtitles/001.vtt', '001.vtt'],
    ['01.jpg', '001.jpg'],
  ])('%s is a note', async (name, right) => {
    const run = await runShow({ ...good, [name]: name.endsWith('.jpg') ? cover : vtt })
    expect(said(run, 'files/unclaimed')).toMatchObject([
      {
        severity: 'note',
        place: { file: `episodes/${name}` },
        message: 'this file belongs to no episode; the nearest is 001.md',
        help: `Rename it to ${right} if it is meant for that episode.`,
      },
    ])
  })

  test.each<[string, Files]>([
    ['where the episode has one', { '001.vtt': vtt, '01.vtt': vtt }],
    ['where it is named', { '001.md': episode({ transcripts: '01.vtt' }), '01.vtt': vtt }],
    [
      'where it could be of two',
      {
        '1.md': episode({ date: '2026-03-01', episode: '3', audio: '003.mp3' }),
        '003.mp3': other,
        '01.vtt': vtt,
      },
    ],
    ['of another number', { '003.vtt': vtt, '10.jpg': cover }],
    ['of another kind', { 'package.json': '{}', 'notes.txt': 'x', 'images/001.jpg': cover }],
  ])('%s nothing is said', async (_, files) => {
    expect(said(await runShow({ ...good, ...files }), 'files/unclaimed')).toEqual([])
  })
})

describe('names that macOS and Windows take for the same', () => {
  test.each<[string, Files, string]>([
    ['in capitals', { 'Cover.jpg': cover }, 'capitals'],
    ['in accents', { 'é.txt': 'a', [decomposed('é.txt')]: 'b' }, 'how their accents are stored'],
    ['of folders', { 'a/x.txt': '', 'A/y.txt': '', 'A/z.txt': '' }, 'capitals'],
  ])('%s: a warning', async (_, files, what) => {
    const found = said(await runShow({ ...good, ...files }), 'files/case-twins')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining(`only in ${what},`),
    })
  })

  test('two recordings of one episode are one finding', async () => {
    const run = await runShow({ ...good, '001.MP3': audio })
    expect(run.ids).toEqual(['audio/ambiguous'])
  })

  test('many are told together', async () => {
    const many = Object.fromEntries(
      'abcdef'.split('').flatMap(one => [
        [one, 'x'],
        [one.toUpperCase(), 'x'],
      ]),
    )
    expect(messages(await runShow({ ...good, ...many }), 'files/case-twins')).toEqual([
      expect.stringMatching(/^6 names differ from others only in capitals/),
    ])
  })

  test('two shows whose folders are called so are not built at once', async () => {
    const cwd = temporaryFolder()
    for (const name of ['talks', 'Talks']) writeFiles(join(cwd, name), good)
    const { code, stderr } = await say({ cwd }, 'talks', 'Talks')
    expect(code).toBe(2)
    expect(stderr).toContain('"talks" and "Talks", which are the same name on macOS and Windows')
  })
})

describe('a folder without a show', () => {
  const noShow = async (files: Files) =>
    (await runShow(files)).diagnostics.filter(one => one.rule === 'files/no-show')

  test.each(['show.yaml', 'show.yml', 'show.toml', 'show.json'])('but with %s', async name => {
    const [found] = await noShow(renamed({ 'show.md': name }))
    expect(found).toMatchObject({
      place: { file: 'episodes/show.md' },
      message: `there is no show.md in this folder, but ${name}, which is not read`,
      help: expect.stringMatching(/^Write what it says into show\.md, as YAML/),
    })
  })

  test.each(['show.md.txt', 'show.txt', 'Show.mkd'])(
    'but with %s, which only needs another name',
    async name => {
      expect((await noShow(renamed({ 'show.md': name })))[0]).toMatchObject({ help: 'Rename it to show.md.' })
    },
  )

  test('but with one in a folder below: that is meant, and nothing else is said', async () => {
    const below = Object.fromEntries(
      Object.entries(good).map(([path, content]) => [`my talks/${path}`, content]),
    )
    const run = await runShow({ ...below, 'about.md': 'Hello', 'x.mp3': audio })
    expect(run.diagnostics).toMatchObject([
      {
        rule: 'files/no-show',
        message: 'there is no show.md in this folder, but there is one in episodes/my talks',
        // Not with a command: it may have been `diff`, or another.
        help: 'Name the folder of the show instead: `"episodes/my talks"`.',
      },
    ])
  })

  test('but with several below: they are named', async () => {
    const shows = Object.fromEntries(['a', 'b', 'c', 'd'].map(name => [`${name}/show.md`, good['show.md']!]))
    expect((await noShow(shows))[0]!.message).toContain('episodes/a, episodes/b, episodes/c and 1 more')
  })

  test('but a feed, as in the output folder: it is the feed that can be checked', async () => {
    expect(await noShow({ 'feed.xml': '<rss/>', '001.mp3': 'x' })).toEqual([
      expect.objectContaining({
        message: 'there is no show.md in this folder, but a feed',
        help: 'Check the feed by its file: `build-feed validate episodes/feed.xml`.',
      }),
    ])
  })

  test('and episodes in a folder that is not read', async () => {
    expect(
      await noShow({ 'LICENSE.md': 'x', '_config.yml': 'x', 'site/_posts/001.md': episode() }),
    ).toMatchObject([
      {
        message:
          'there is no show.md in this folder, and "site/_posts" is not read, because its name begins with "_"',
        help: 'If the episodes are in it, run `build-feed init episodes/site/_posts` to start a show there, and name that folder instead: `episodes/site/_posts`.',
      },
    ])
  })

  test('says nothing of what its feed was', async () => {
    const run = await runShow(good)
    renameSync(join(run.root, 'episodes/show.md'), join(run.root, 'episodes/show.yaml'))
    expect((await rebuild(run.root)).ids).toEqual(['files/no-show'])
  })

  test('no folder named, and a show in another one than the usual: it is named', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'podcast'), good)
    expect(await say({ cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('but there is one in podcast; name that folder'),
    })
    expect((await say({ cwd }, 'new', 'Hello')).stderr).toContain(
      'there is one in podcast; name that folder with `--show`',
    )
    mkdirSync(join(cwd, 'episodes'))
    expect((await say({ cwd })).stderr).toContain('files/no-show')
  })

  test('whose show is called Show.md is none: there it is', async () => {
    const cwd = temporaryFolder()
    writeFiles(cwd, renamed({ 'show.md': 'Show.MD' }))
    expect((await say({ cwd })).code).toBe(0)
  })
})

describe('a folder without an episode', () => {
  const only = (files: Files): Files => ({ 'show.md': good['show.md']!, 'cover.jpg': cover, ...files })

  test('but with recordings: the command that makes the first of them', async () => {
    const run = await runShow(only({ '001.mp3': audio, '002.mp3': other }))
    expect(run.diagnostics).toMatchObject([
      {
        rule: 'show/has-episode',
        help: 'Run `build-feed new episodes/001.mp3`: it makes the episode of that recording.',
      },
    ])
  })

  test('but with a folder that is not read', async () => {
    const run = await runShow(only({ '_posts/001.md': episode() }))
    expect(run.diagnostics).toMatchObject([
      {
        message: expect.stringContaining('"_posts" is not read, because its name begins with "_"'),
        help: expect.stringContaining('`build-feed episodes/_posts`'),
      },
    ])
  })

  test('whose episodes cannot be read: only why is told', async () => {
    const utf16 = Buffer.from(`\ufeff${episode()}`, 'utf16le')
    const run = await runShow(only({ '001.md': utf16, '001.mp3': audio }))
    expect(run.diagnostics.map(({ rule, place }) => [rule, place.file])).toEqual([
      ['files/encoding', 'episodes/001.md'],
    ])
  })

  test('but with a file that is not read', async () => {
    expect((await runShow(only({ '_001.md': episode() }))).diagnostics).toMatchObject([
      { help: 'Rename it to 001.md if it is an episode.' },
    ])
  })

  test.each<[string, string, string]>([
    ['TOML', '+++\ntitle = x\n+++\nHello\n', 'front-matter/syntax'],
    ['JSON', '{"title": x}\n', 'front-matter/syntax'],
  ])('whose episode is in %s: only that is told', async (_, text, rule) => {
    expect((await runShow(only({ '001.md': text }))).ids).toEqual([rule])
  })
})

describe('what is named on the command line', () => {
  test.each(['001.mdx', '001.MARKDOWN'])('%s is judged in its show', async name => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), renamed({ '001.md': name, 'show.md': 'Show.md' }))
    expect(await say({ cwd }, 'validate', `episodes/${name}`)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('No problems in 1 episode'),
    })
    expect((await say({ cwd }, 'validate', 'episodes/Show.md')).stderr).toContain('No problems.')
  })

  test('a recording or a transcript belongs to an episode, whatever that ends in', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), { ...renamed({ '001.md': '001.mdx' }), '001.de.vtt': vtt })
    for (const name of ['001.mp3', '001.de.vtt'])
      expect((await say({ cwd }, 'validate', `episodes/${name}`)).stderr).toContain(
        'validate episodes/001.mdx`',
      )
  })

  test.each<[string, string]>([
    ['1.md', '001.md'],
    ['001.mdx', '001.md'],
    ['001.MD', '001.md'],
  ])('%s is not there: the nearest is %s', async (written, near) => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), good)
    expect((await say({ cwd }, 'validate', `episodes/${written}`)).stderr).toContain(
      `did you mean episodes/${near}?`,
    )
  })

  test('a show that is called Show.md is a show that may be meant', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'harbour'), renamed({ 'show.md': 'Show.md' }))
    expect((await say({ cwd }, 'harbuor')).stderr).toContain('did you mean the folder harbour?')
  })
})

describe('new and init', () => {
  test('a new episode ends like the others', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), renamed({ '001.md': '001.mdx', '002.md': '002.mdx' }))
    expect((await say({ cwd }, 'new', 'The ferry')).stdout).toBe('episodes/003-the-ferry.mdx\n')
  })

  test.each(['003.mdx', '003.markdown'])('is not written beside %s, which is the same', async name => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), {
      ...good,
      '001.md': episode(),
      [name]: episode(),
      '003.mp3': other,
      '999.md': episode(),
    })
    expect(await say({ cwd }, 'new', 'episodes/003.mp3')).toMatchObject({
      code: 2,
      stderr: `build-feed: episodes/003.md cannot be written: episodes/${name} is the same episode\n`,
    })
  })

  test('a show to start from is not written beside one that ends otherwise', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), { 'Show.markdown': 'mine' })
    expect(await say({ cwd }, 'init')).toMatchObject({
      code: 2,
      stderr: 'build-feed: episodes/show.md cannot be written: episodes/Show.markdown is a show already\n',
    })
  })
})

test('a recording that an episode has through a link is not one that belongs to nobody', async () => {
  const root = temporaryFolder()
  writeFiles(join(root, 'episodes'), renamed({ '001.mp3': 'takes/last.mp3' }))
  symlinkSync('takes/last.mp3', join(root, 'episodes/001.mp3'))
  const run = await rebuild(root)
  expect(run.diagnostics).toEqual([])
  expect(readFileSync(join(root, 'public/001.mp3'))).toEqual(Buffer.from(audio))
})
