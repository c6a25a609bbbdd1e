import { describe, expect, it } from 'vitest'
import { renderNotes } from '../../src/check/notes/notes.ts'

const base = { url: 'https://show.example/notes/7.html' }
const render = async (markdown: string) => renderNotes(markdown, base)
const html = async (markdown: string) => (await render(markdown)).html
const text = async (markdown: string) => (await render(markdown)).text()
/** Kind, value, and what stands at the place that was reported. */
const problems = async (markdown: string) =>
  (await render(markdown)).problems.map(({ kind, value, start, end }) => [
    kind,
    value,
    start === undefined ? undefined : markdown.slice(start, end),
  ])

const EPISODE = `Ada & Grace talk about *tape hiss*, and why "silence" is never < 0 dB.

## In this episode

00:00 Cold open
01:45 The reel that would not play
(1:02:30) Listener mail

- [The archive](https://archive.example/reels?id=7&part=2 "all reels")
- [Photographs](../photos/reel 7.jpg)
- [Photographs](<../photos/reel 7.jpg>) of the **machine**
  1. head
  2. capstan

Write to hello@show.example or see https://show.example/notes/7.

| Tape | Speed |
|:-----|------:|
| 1/4" | 38 cm/s |

> It was there all along.
> \`--speed 38\`

![The machine](machine.png)
`

describe('the notes of an episode', () => {
  it('as HTML', async () =>
    expect(
      await html(EPISODE),
    ).toBe(`<p>Ada &amp; Grace talk about <em>tape hiss</em>, and why "silence" is never &lt; 0 dB.</p>
<h2>In this episode</h2>
<p>00:00 Cold open<br>
01:45 The reel that would not play<br>
(1:02:30) Listener mail</p>
<ul>
<li><a href="https://archive.example/reels?id=7&amp;part=2" title="all reels">The archive</a></li>
<li>[Photographs](../photos/reel 7.jpg)</li>
<li><a href="https://show.example/photos/reel%207.jpg">Photographs</a> of the <strong>machine</strong>
<ol>
<li>head</li>
<li>capstan</li>
</ol>
</li>
</ul>
<p>Write to <a href="mailto:hello@show.example">hello@show.example</a> or see <a href="https://show.example/notes/7">https://show.example/notes/7</a>.</p>
<table>
<thead>
<tr>
<th>Tape</th>
<th>Speed</th>
</tr>
</thead>
<tbody>
<tr>
<td>1/4"</td>
<td>38 cm/s</td>
</tr>
</tbody>
</table>
<blockquote>
<p>It was there all along.
<code>--speed 38</code></p>
</blockquote>
<p><img src="https://show.example/notes/machine.png" alt="The machine"></p>`))

  it('as plain text, with the addresses that a listener needs', async () =>
    expect(await text(EPISODE)).toBe(`Ada & Grace talk about tape hiss, and why "silence" is never < 0 dB.

In this episode

00:00 Cold open
01:45 The reel that would not play
(1:02:30) Listener mail

• The archive (https://archive.example/reels?id=7&part=2)
• [Photographs](../photos/reel 7.jpg)
• Photographs (https://show.example/photos/reel%207.jpg) of the machine
  1. head
  2. capstan

Write to hello@show.example or see https://show.example/notes/7.

Tape | Speed
1/4" | 38 cm/s

It was there all along. --speed 38

The machine`))

  it('as plain text without addresses, for a summary', async () =>
    expect(
      (await render('[The archive](https://archive.example) and [mail](mailto:a@b.example)')).text({
        urls: false,
      }),
    ).toBe('The archive and mail'))

  it('synchronously, unless raw HTML calls for the sanitiser', () => {
    expect(renderNotes('**a** <!-- more --> <https://a.example> <br/> `<b>`', base)).not.toBeInstanceOf(
      Promise,
    )
    expect(renderNotes('<b>a</b>', base)).toBeInstanceOf(Promise)
  })
})

describe('links', () => {
  it.each([
    ['<https://a.example/?b=c&d>', '<a href="https://a.example/?b=c&amp;d">https://a.example/?b=c&amp;d</a>'],
    ['[a](x.html)', '<a href="https://show.example/notes/x.html">a</a>'],
    ['[a](/x)', '<a href="https://show.example/x">a</a>'],
    ['[a](#t=60)', 'a'],
    ['[a](//cdn.example/x)', '<a href="https://cdn.example/x">a</a>'],
    ['[a](https://a.example/é ü)', '[a](<a href="https://a.example/%C3%A9">https://a.example/é</a> ü)'],
    ['[a](<https://a.example/é ü>)', '<a href="https://a.example/%C3%A9%20%C3%BC">a</a>'],
    ['[a](https://bücher.example)', '<a href="https://xn--bcher-kva.example/">a</a>'],
    ['[a](tel:+32-2-555)', '<a href="tel:+32-2-555">a</a>'],
    ['[a][r]\n\n[r]: https://a.example', '<a href="https://a.example">a</a>'],
    [
      'see https://a.example/b_c_d, or (https://a.example/(x)).',
      'see <a href="https://a.example/b_c_d">https://a.example/b_c_d</a>, or (<a href="https://a.example/(x)">https://a.example/(x)</a>).',
    ],
    ['**https://a.example**', '<strong><a href="https://a.example">https://a.example</a></strong>'],
    ['[https://a.example](https://a.example)', '<a href="https://a.example">https://a.example</a>'],
    ['www.a.example/x!', '<a href="http://www.a.example/x">www.a.example/x</a>!'],
    ['见 https://a.example。好', '见 <a href="https://a.example">https://a.example</a>。好'],
    ['file.md and a.example and @ada@social.example', 'file.md and a.example and @ada@social.example'],
    ['http://localhost https://', 'http://localhost https://'],
    ['[www.a.example b@c.example](/x)', '<a href="https://show.example/x">www.a.example b@c.example</a>'],
  ])('%j', async (markdown, expected) => expect(await html(markdown)).toBe(`<p>${expected}</p>`))

  it.each([
    ['[a](javascript:alert(1))', 'a', [['unsafe-html', 'javascript:alert(1)', 'javascript:alert(1)']]],
    ['[a](&#106;avascript&colon;x)', 'a', [['unsafe-html', 'javascript:x', '[a](&#106;avascript&colon;x)']]],
    ['[a](<java&Tab;script:x>)', 'a', [['unsafe-html', 'java\tscript:x', '[a](<java&Tab;script:x>)']]],
    [
      '![a](data:image/png;base64,AA)',
      'a',
      [['unsafe-html', 'data:image/png;base64,AA', 'data:image/png;base64,AA']],
    ],
    ['![a](mailto:x@a.example)', 'a', [['bad-link', 'mailto:x@a.example', 'mailto:x@a.example']]],
    ['[a](ftp://a.example)', 'a', [['bad-link', 'ftp://a.example', 'ftp://a.example']]],
    ['[a](http://[)', 'a', [['bad-link', 'http://[', 'http://[']]],
    ['[a]()', 'a', [['bad-link', '', '[a]()']]],
  ])('%j leaves its text and a finding', async (markdown, expected, found) => {
    expect(await html(markdown)).toBe(`<p>${expected}</p>`)
    expect(await problems(markdown)).toEqual(found)
  })

  it('that are relative are noted where they stand, each of them', async () =>
    expect(await problems('[a](b) `b`\n\n\u0007![](b.png)\r\n[a](b) [x](#b)')).toEqual([
      ['relative-link', 'b', 'b'],
      ['control-character', 'U+0007', '\u0007'],
      ['relative-link', 'b.png', 'b.png'],
      ['relative-link', 'b', 'b'],
    ]))
})

describe('raw HTML', () => {
  it.each([
    ['<b>a</b> <u>b</u> <font color=red>c</font>', '<p><b>a</b> b c</p>'],
    ['a<br/>b', '<p>a<br>b</p>'],
    ['<p class="x" style="y" id=z>a', '<p>a</p>'],
    ['<div>\n\n*a*\n\n</div>', '<div>\n<p><em>a</em></p>\n</div>'],
    [
      '<a href="x" target=_blank rel=me onclick="y">a</a>',
      '<p><a href="https://show.example/notes/x">a</a></p>',
    ],
    ['<a name="x">a</a>', '<p><span>a</span></p>'],
    [
      '<img src=x.png width=10 height=auto>',
      '<img src="https://show.example/notes/x.png" width="10" alt="">',
    ],
    ['a <img src="data:x" alt="b">', '<p>a <span>b</span></p>'],
    ['a<script>alert("</p>")</script>b', '<p>ab</p>'],
    ['&copy; &nbsp; <b>&hellip;</b>', '<p>© \u00A0 <b>…</b></p>'],
    ['<i>a &lt;script&gt; &amp;amp;</i>', '<p><i>a &lt;script&gt; &amp;amp;</i></p>'],
    ['`<script>` <kbd>x</kbd>', '<p><code>&lt;script&gt;</code> <kbd>x</kbd></p>'],
    ['<i>a</i> Vec<T>', '<p><i>a</i> Vec&lt;T&gt;</p>'],
    ['</item>\n<i>a</i>', '&lt;/item&gt;\n<i>a</i>'],
    ['<lite-youtube id=x>a</lite-youtube>', '<p>a</p>'],
    ['<video src="x">Your player cannot</video>a <b>b</b>', '<p>a <b>b</b></p>'],
    ['a <!-- b --> c', '<p>a  c</p>'],
    ['<!-- a\n\nb -->\n\nc', '<p>c</p>'],
    ['<details><summary>a</summary>\n\nb\n</details>', '<details><summary>a</summary>\n<p>b</p>\n</details>'],
  ])('%j', async (markdown, expected) => expect(await html(markdown)).toBe(expected))

  it('that was removed is named, where it stands', async () =>
    expect(
      await problems(
        'a `<script>`\n\n<script>x</script>\n\n<p onclick="x">b <a href="javascript:y">c</a> <iframe src="z"></iframe></p>\n\n<form><input></form>',
      ),
    ).toEqual([
      ['unsafe-html', '<script>', '<script'],
      ['unsafe-html', 'onclick', 'onclick'],
      ['unsafe-html', 'javascript:y', 'javascript:y'],
      ['unsafe-html', '<iframe>', '<iframe'],
      ['unsafe-html', '<form>', '<form'],
      ['unsafe-html', '<input>', '<input'],
    ]))
})

describe('text that other tools trip over', () => {
  it.each([
    [']]> and ]]> and </item>', ']]&gt; and ]]&gt; and &lt;/item&gt;'],
    ['Vec<T> and <Suspense a="&amp;">', 'Vec&lt;T&gt; and &lt;Suspense a="&amp;amp;"&gt;'],
    ['{{< youtube x >}} {% include y %} {:.ltr}', '{{&lt; youtube x &gt;}} {% include y %} {:.ltr}'],
    ['a\u2028b\u00A0c\u200Cd', 'a\u2028b\u00A0c\u200Cd'],
    ['شبانه ۱ - دفتر بی‌خط 🎙️', 'شبانه ۱ - دفتر بی‌خط 🎙️'],
    ['R&B &amp; AT&T &bogus; 3 < 4 > 2', 'R&amp;B &amp; AT&amp;T &amp;bogus; 3 &lt; 4 &gt; 2'],
    ['$& $1 `$&`', '$&amp; $1 <code>$&amp;</code>'],
    [
      '__proto__ [constructor] [a][__proto__]',
      '<strong>proto</strong> [constructor] [a][<strong>proto</strong>]',
    ],
  ])('%j stays', async (markdown, expected) => expect(await html(markdown)).toBe(`<p>${expected}</p>`))

  it('loses what XML forbids, with its place', async () => {
    const markdown = 'a\u0000b\u0007\u0007c \uD83C d &#1; **x\uFFFF**'
    expect(await html(markdown)).toBe('<p>abc  d \uFFFD <strong>x</strong></p>')
    expect(await problems(markdown)).toEqual([
      ['control-character', 'U+0000', '\u0000'],
      ['control-character', 'U+0007', '\u0007\u0007'],
      ['lone-surrogate', 'U+D83C', '\uD83C'],
      ['control-character', 'U+FFFF', '\uFFFF'],
    ])
  })

  it.each(['', ' ', '\n\n', '<!-- -->'])('is nothing for %j', async markdown => {
    expect(await html(markdown)).toBe('')
    expect(await text(markdown)).toBe('')
    expect(await problems(markdown)).toEqual([])
  })

  it('is the same with CRLF', async () =>
    expect(await html(EPISODE.replaceAll('\n', '\r\n'))).toBe(await html(EPISODE)))

  // markdown-it leaves out, without a word, what is nested more than 100 deep.
  it('is all there, though unformatted, when it has too many levels', async () => {
    const markdown = `before\n\n${'> '.repeat(200)}inside\n\nafter`
    const notes = await render(markdown)
    expect(notes.html).toBe(`<p>before</p>\n<p>${'&gt; '.repeat(200)}inside</p>\n<p>after</p>`)
    expect(notes.problems).toEqual([{ kind: 'too-complex', value: '421' }])
  })

  it('may not name a long link a thousand times', async () => {
    const notes = await render(`[a]: /${'b'.repeat(20_000)}\n\n${'[a] '.repeat(5_000)}`)
    expect(notes.html.length).toBeLessThan(50_000)
    expect(notes.problems.map(p => p.kind)).toEqual(['too-complex'])
  })

  it('makes lists and tasks', async () => {
    expect(await html('- [ ] a\n- [x] b\n- [ ]c')).toBe(
      '<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n<li>[ ]c</li>\n</ul>',
    )
    expect(await html('3. a\n\n   b')).toBe('<ol start="3">\n<li><p>a</p>\n<p>b</p>\n</li>\n</ol>')
    expect(await text('3. a\n\n   b\n4. c')).toBe('3. a\nb\n4. c')
  })

  it('keeps white space in code only', async () => {
    expect(await text('a   b\nc\n\n```\nx   y\n\n  z\n```\n\nd  \ne')).toBe('a b c\n\nx   y\n\n  z\n\nd\ne')
    expect(await html('```html\n<b>\n```')).toBe('<pre><code>&lt;b&gt;\n</code></pre>')
  })

  it('keeps the lines of chapters apart, and no others', async () => {
    expect(await html('a\nb')).toBe('<p>a\nb</p>')
    expect(await html('00:00 a\nb')).toBe('<p>00:00 a<br>\nb</p>')
    expect(await text('[00:00](#t=0) a')).toBe('00:00 a')
  })
})
