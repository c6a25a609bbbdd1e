/** A show in which the pages have something to do: chapters, a transcript with speakers, persons, seasons, a withdrawn episode. */

import type { Files } from './folder.ts'
import { documentOf } from './good-show.ts'
import { jpeg } from './image.ts'
import { mp3 } from './mpeg.ts'
import { showWithPages } from './page-show.ts'

const cue = (start: number, end: number, speaker: string, text: string): string =>
  `00:${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}.000 --> 00:${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}.000\n<v ${speaker}>${text}\n`

export const transcript = [
  'WEBVTT\n',
  cue(0, 10, 'Ada', 'Welcome to the lighthouse.'),
  cue(10, 20, 'Ada', 'Nobody has slept here for a hundred years.'),
  cue(20, 40, 'Lou', 'The lamp turns all night.'),
  cue(40, 60, 'Ada', 'And who counts the ships?'),
  cue(60, 118, 'Lou', 'The café across the bay, mostly.'),
].join('\n')

export const richShow = (fields: Readonly<Record<string, string>> = {}): Files => ({
  'show.md': showWithPages(
    {
      title: 'Harbour Notes',
      persons: '[{ name: Ada Pier, href: https://ada.example/ }]',
      funding: '[{ url: https://fund.example/, text: Buy us a coffee }]',
      listings:
        '[https://podcasts.apple.com/podcast/id1, https://open.spotify.com/show/1, { name: Elsewhere, url: https://else.example/ }]',
      license: 'CC-BY-4.0',
      ...fields,
    },
    'Short talks about *small* ports.\n\n## Who\n\nAda and others.\n',
  ),
  '001.md': documentOf(
    {
      title: 'The lighthouse keeper',
      date: '2026-01-05',
      season: '1',
      episode: '1',
      summary: 'A night on the light.',
      persons: '[{ name: Lou Reef, role: guest }]',
      locations: 'Antwerp',
      chapters: '["0:00 Dusk", "0:30 The lamp", "1:00 Dawn"]',
      overview: '|\n  Why a lighthouse *still* has a keeper.',
    },
    'Hello [Ada](https://ada.example/).\n\n#### A deep heading\n\n- one\n- two\n\n| ship | hour |\n|---|---|\n| Ida | 4 |\n\n![](https://pictures.example/light.jpg)\n',
  ),
  '001.mp3': mp3({ seconds: 120, bitrate: 32, sampleRate: 22_050, mode: 'mono' }),
  '001.vtt': transcript,
  '001.de.vtt': transcript.replace('Welcome to the lighthouse.', 'Willkommen im Leuchtturm.'),
  '001.jpg': jpeg({ width: 1400, height: 1400 }),
})

/** What somebody may try who sends a pull request: in every place that takes text. */
export const hostileShow = (): Files => {
  const script = '<script>window.hacked=1</script>'
  const attack = `${script}<img src=x onerror=window.hacked=1>{{ 7 | times: 7 }}{% include 'top' %}"'><svg onload=window.hacked=1>`
  const quoted = JSON.stringify(attack)
  /** Some texts may have 128 characters. */
  const short = JSON.stringify(`${script}<img src=x onerror=window.hacked=1>"'>{{ 7 | times: 7 }}`)
  const vtt = attack.replaceAll('-->', '')
  return {
    'show.md': showWithPages(
      {
        title: quoted,
        author: quoted,
        copyright: quoted,
        persons: `[{ name: ${short}, role: guest }]`,
        funding: `[{ url: "https://fund.example/?a=\\"><script>", text: ${short} }]`,
        listings: `[{ name: ${quoted}, url: "https://else.example/?a='onclick=alert(1)" }]`,
        locations: short,
      },
      `Hello ${attack}\n\n[x](javascript:window.hacked=1)\n`,
    ),
    '001.md': documentOf(
      {
        title: quoted,
        date: '2026-01-05',
        summary: quoted,
        guid: quoted,
        overview: quoted,
        chapters: `[{ start: 0, title: ${quoted} }, { start: 3, title: ${quoted}, url: "https://x.example/?\\"onload=1" }]`,
        persons: `[{ name: ${short} }]`,
        license: `{ name: ${short}, url: "https://x.example/" }`,
        contentLinks: `[{ href: "https://x.example/", text: ${short} }]`,
      },
      `${attack}\n\n[x](javascript:alert(1)) <a href="data:text/html,x">y</a>\n\n</script></article></body>\n`,
    ),
    '001.vtt': `WEBVTT\n\n00:00.000 --> 00:02.000\n<v &lt;script&gt;window.hacked=1&lt;/script&gt;>${vtt.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}\n`,
  }
}

/** Nothing as it should be: long names, 300 chapters, no notes. */
export const uglyShow = (): Files => {
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  return {
    'show.md': showWithPages(
      {
        title: JSON.stringify(`${long}: ${'a title that does not end '.repeat(5)}`),
        author: long,
        explicit: 'true',
        copyright: long.repeat(2),
        funding: JSON.stringify({ url: 'https://support.example/', text: long.repeat(2) }),
        listings: JSON.stringify([{ url: 'https://listed.example/', name: long.repeat(2) }]),
        license: JSON.stringify({ name: long.repeat(2), url: 'https://licence.example/' }),
        locations: long.repeat(2),
        persons: JSON.stringify([
          { name: long.repeat(2) },
          { name: long.repeat(2), href: 'https://person.example/' },
        ]),
      },
      `${long} ${'and more of it '.repeat(40)}\n`,
    ),
    '001.md': documentOf(
      {
        title: JSON.stringify(
          `${'Every word of this title is here for a reason that nobody remembers '.repeat(2)}${long}`,
        ),
        date: '2026-01-05',
        summary: `${long} ${long}`,
        chapters: JSON.stringify(
          Array.from({ length: 300 }, (_, i) => ({ start: i, title: i % 7 === 0 ? long : `Chapter ${i}` })),
        ),
      },
      '.\n',
    ),
    '001.vtt': `WEBVTT\n\n00:00.000 --> 00:05.000\n<v ${long}>${long.repeat(3)}\n`,
    '002.md': documentOf(
      { title: long, date: '2026-01-06', contentLinks: `https://elsewhere.example/${long.repeat(2)}` },
      `# ${long.repeat(2)}\n\n> ${long.repeat(2)}\n\n    ${long.repeat(2)}\n\n| ${long} | ${long} |\n|---|---|\n| ${long} | \`${long}\` |\n`,
    ),
    '002.mp3': mp3({ seconds: 311, bitrate: 32, sampleRate: 22_050, mode: 'mono' }),
    '001.mp3': mp3({ seconds: 310, bitrate: 32, sampleRate: 22_050, mode: 'mono' }),
  }
}

export const rightToLeftShow = (): Files => ({
  'show.md': showWithPages(
    {
      title: 'حكايات الميناء',
      author: 'ليلى بحر',
      language: 'ar',
      listings: '[https://open.spotify.com/show/1]',
    },
    'أحاديث قصيرة عن موانئ صغيرة: من ينهض أولا، وماذا تقول الحبال.\n',
  ),
  '001.md': documentOf(
    {
      title: 'حارس المنارة',
      date: '2026-01-05',
      season: '1',
      episode: '1',
      summary: 'ليلة فوق الضوء، ومن يعد السفن؟',
      chapters: '["0:00 الغسق", "0:30 المصباح", "1:00 الفجر"]',
    },
    'أهلا بكم في المنارة. نتحدث مع [ليلى](https://layla.example/) عن الليل والبحر.\n\n- المصباح\n- السفن\n',
  ),
  '001.mp3': mp3({ seconds: 120, bitrate: 32, sampleRate: 22_050, mode: 'mono' }),
  '001.vtt': transcript.replace('Welcome to the lighthouse.', 'أهلا بكم في المنارة.'),
})
