/** What of an element is lost though the element is there again is counted as left out, on a line of its own; and whole elements each with their own reason. */

import { describe, expect, test } from 'vitest'
import { builtFrom, imported, newBase } from './importing.ts'
import { oldFeed, oldItem } from './old-feed.ts'

const reportOf = async (item: string, head?: (feed: string) => string) => {
  const feed = oldFeed({ items: [oldItem(1, item)] })
  const show = await imported(head?.(feed) ?? feed, ...newBase)
  return { show, report: show.read('episodes/_import-report.md') }
}

const described = (html: string) => (feed: string) =>
  feed.replace(/<description>&lt;.*<\/description>/, `<description><![CDATA[${html}]]></description>`)

describe('a piece of an element that is there again', () => {
  test('an attribute that no field takes', async () => {
    const { report } = await reportOf('<category domain="https://cats.example/">Boats</category>')
    expect(report).toContain('| `category` |  | 1 |  | the same, written otherwise |')
    expect(report).toMatch(/^\| `category@domain` \| {2}\| {2}\| 1 \| `keywords` takes the word alone/m)
    const { report: plain } = await reportOf('<category>Boats</category>')
    expect(plain).not.toContain('domain')
  })

  test.each([
    ['<p>Hi <u>you</u></p>', '`description <u>`', /no such tag/],
    ['<p>Hi <font color="red">you</font></p>', '`description <font>`', /no such tag/],
    ['<p style="color: red">Hi</p>', '`description style="…"`', /for apps to say/],
  ])('markup of the notes: %s', async (html, name, why) => {
    const { report } = await reportOf('', described(html))
    const row = report.split('\n').find(line => line.includes(name))
    expect(row).toMatch(/ \| {2}\| {2}\| 1 \| /)
    expect(row).toMatch(why)
  })

  test('markup that is only spelt otherwise, or that is a comment, is none', async () => {
    const html =
      '<div><B>Hi</B><i>you</i> <span>there</span> <!-- <u>x</u> --><a href="https://a.example/">a</a></div>'
    expect((await reportOf('', described(html))).report).not.toMatch(/`description [<\w]/)
  })

  test('pictures of a list that another element does not name', async () => {
    const srcset = '<podcast:images srcset="https://a.example/1.jpg 2x, https://a.example/2.jpg 600w"/>'
    const { show, report } = await reportOf(srcset)
    expect(report).toContain('| `podcast:images` |  | 1 |  | as `<podcast:image>` |')
    expect(report).not.toContain('srcset')
    expect(show.read('episodes/001-talk-1.md')).toContain('[https://a.example/1.jpg, {')
    const both = await reportOf(`<podcast:image href="https://a.example/3.jpg"/>${srcset}`)
    expect(both.report).toMatch(/^\| `podcast:images@srcset` \| {2}\| {2}\| 2 \| names another picture/m)
  })
})

describe('a picture that <itunes:image> names elsewhere than in `href`', () => {
  test.each([
    ['as its text', '<itunes:image>https://a.example/1.jpg</itunes:image>'],
    ['in another attribute', '<itunes:image url="https://a.example/1.jpg"/>'],
  ])('%s, is taken over and told', async (_, image) => {
    const { show } = await reportOf(image)
    expect(show.stderr).toContain(
      '001-talk-1.md: <itunes:image> does not name "https://a.example/1.jpg" in `href`',
    )
    const show2 = await imported(oldFeed({ items: [oldItem(1, image)] }), '--verify', ...newBase)
    expect(show2.stderr).toMatch(/itunes:image +1\/1 {2}\(1 an address that stood elsewhere than in href\)/)
    expect(await builtFrom(show)).toContain('<itunes:image href="https://a.example/1.jpg"/>')
  })

  test('and one that names nothing is left out, with the reason', async () => {
    const { show, report } = await reportOf('<itunes:image>the quay at dawn</itunes:image>')
    expect(show.stderr).toContain(
      '<itunes:image>, "the quay at dawn", is left out: it says nothing in `href`',
    )
    expect(report).toMatch(/^\| `itunes:image` \| {2}\| {2}\| 1 \| says nothing in `href`/m)
  })
})

describe('an element that no field reads', () => {
  test('and that has no prefix is kept under `extra`, in whatever namespace it stands', async () => {
    const { show, report } = await reportOf(
      '<wibble a="1">hello</wibble><wobble xmlns="https://wobble.example/ns"><in>x</in></wobble>',
    )
    for (const name of ['wibble', 'wobble']) expect(report).toContain(`| \`${name}\` | 1 |  |  |  |`)
    expect(await builtFrom(show)).toContain('<wobble xmlns="https://wobble.example/ns">')
    const all = await reportOf('<wibble>hello</wibble>', feed =>
      feed.replace('<rss ', '<rss xmlns="https://rss.example/ns" '),
    )
    expect(all.report).toContain('| `wibble` | 1 |  |  |  |')
    expect(await builtFrom(all.show)).toContain('<wibble>hello</wibble>')
  })

  test.each([
    [
      '<x:a xmlns:x="https://x.example/"><y/></x:a><x:b xmlns:x="https://z.example/"/>',
      'x:b',
      /stands for something else/,
    ],
    ['<wibble>https://me:secret@a.example/</wibble>', 'wibble', /holds a password/],
  ])('and cannot be kept has a reason of its own: %s', async (xml, name, why) => {
    const { report } = await reportOf(xml)
    const row = report.split('\n').find(line => line.startsWith(`| \`${name}\``))
    expect(row).toMatch(why)
    expect(report).not.toContain('secret')
  })

  test.each([
    [
      '<cloud domain="rpc.example" port="80" path="/" registerProcedure="" protocol="xml-rpc"/>',
      'cloud',
      /named a server/,
    ],
    [
      '<googleplay:email>a@b.example</googleplay:email>',
      'googleplay:email',
      /Google Podcasts, which is gone/,
    ],
  ])('of the show, and spoke of the old feed: %s', async (xml, name, why) => {
    const show = await imported({ channel: xml, items: [oldItem(1)] }, ...newBase)
    const row = show
      .read('episodes/_import-report.md')
      .split('\n')
      .find(line => line.startsWith(`| \`${name}\``))
    expect(row).toMatch(why)
  })
})
