/** A show whose every text tries to break the feed, and may not. */

import type { Files } from './folder.ts'
import { documentOf, frontMatter, goodShow } from './good-show.ts'
import { mp3 } from './mpeg.ts'

const titles = [
  'Tom & Jerry <b>bold</b> "friends" & more',
  '</title></item><item><title>',
  ']]> once ]]> twice ]]>',
  'emoji 🎧👩‍👩‍👧‍👦, combining e\u0301, RTL مرحبا, CJK 日本語',
  "$& $1 %s %41 `'",
  'A <?xml version="1.0"?> <!DOCTYPE x> <!-- -->',
]

const notes = `Text with a bell \u0007 and half a character \ud83d here.

</item></channel></rss>

Here is ]]> and again ]]> and a <script>alert(1)</script> with an <a href="javascript:alert(1)" onclick="x()">link</a>.

[relative](page.html) & [odd](https://a.example/?x=1&y="2") \u2028 \u00a0 end`

export const hostileShow = (): Files => ({
  ...goodShow(),
  'show.md': documentOf(
    { ...frontMatter['show.md'], title: '"A & B <c> ]]> \\"d\\""', author: '"& <x> ]]>"', explicit: 'no' },
    'About & <about> ]]> ]]>.\n',
  ),
  ...Object.fromEntries(
    titles.flatMap((title, i) => [
      [
        `odd name & #${i} 100% ü.md`,
        documentOf(
          {
            title: JSON.stringify(title),
            date: `2025-03-0${i + 1} 08:00`,
            season: '9',
            episode: String(i + 1),
            guid: JSON.stringify(`g & <${i}>`),
            explicit: 'yes',
          },
          notes,
        ),
      ],
      [`odd name & #${i} 100% ü.mp3`, mp3({ seconds: 5 + i })],
    ]),
  ),
})
