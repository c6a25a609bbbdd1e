/** Feeds in the encodings that hosts have written them in: each title comes over letter by letter. */

import { describe, expect, test } from 'vitest'
import { builtFrom, imported, itemsIn, newBase } from './importing.ts'
import { oldFeed, oldItem } from './old-feed.ts'

/** What the decoder makes of which bytes, turned round. Characters of one and of two bytes. */
const encoderOf = (label: string): ((text: string) => Uint8Array) => {
  const decoder = new TextDecoder(label)
  const bytesOf = new Map<string, readonly number[]>()
  const note = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes))
    if ([...text].length === 1 && text !== '\ufffd' && !bytesOf.has(text)) bytesOf.set(text, bytes)
  }
  // Some Nodes do not know what windows-1252 has there.
  if (label === 'windows-1252')
    for (const [i, text] of [...'€“”–'].entries()) bytesOf.set(text, [[0x80, 0x93, 0x94, 0x96][i]!])
  for (let one = 0; one < 256; one++) note([one])
  const isWide = /^(?:shift_jis|euc-|gb|big5)/i.test(label)
  for (let lead = 0x81; isWide && lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) note([lead, trail])
  return text => Uint8Array.from([...text].flatMap(one => bytesOf.get(one)!))
}

const inUtf16 =
  (isBig: boolean, mark: boolean) =>
  (text: string): Uint8Array => {
    const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le')
    return isBig ? bytes.swap16() : bytes
  }

const feed = (title: string, encoding: string): string =>
  oldFeed({ items: [oldItem(1).replace('Talk 1', title)] }).replace('UTF-8', encoding)

const titleOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  const show = await imported(bytes, ...newBase)
  expect(show.stderr).toContain('every guid kept')
  return itemsIn(await builtFrom(show))[0]?.title
}

test.each([
  ['iso-8859-1', 'Über Möwen'],
  ['iso-8859-2', 'Żółw i łódź'],
  ['iso-8859-5', 'Маяк'],
  ['iso-8859-7', 'Φάρος'],
  ['iso-8859-8', 'מגדלור'],
  ['iso-8859-9', 'Işık ve liman'],
  ['iso-8859-15', 'Œuvre à 5 €'],
  ['windows-1250', 'Maják – příliv'],
  ['windows-1251', 'Маяк и прилив'],
  ['windows-1252', '“Möwen” – 5 €'],
  ['windows-1253', 'Φάρος'],
  ['windows-1254', 'Işık'],
  ['windows-1255', 'מגדלור'],
  ['windows-1256', 'منارة'],
  ['windows-1257', 'Švyturys'],
  ['gb2312', '灯塔与潮水'],
  ['gbk', '灯塔與潮水'],
  ['gb18030', '灯塔'],
  ['big5', '燈塔'],
  ['shift_jis', '灯台とカモメ'],
  ['euc-jp', '灯台とカモメ'],
  ['euc-kr', '등대와 갈매기'],
  ['koi8-r', 'Маяк'],
  ['koi8-u', 'Маяк і їжак'],
])('%s: %s', async (encoding, title) => {
  expect(await titleOf(encoderOf(encoding)(feed(title, encoding)))).toBe(title)
})

test.each([
  ['UTF-16, the low byte first, with a mark', inUtf16(false, true)],
  ['UTF-16, the high byte first, with a mark', inUtf16(true, true)],
  ['UTF-16, the low byte first, without a mark', inUtf16(false, false)],
  ['UTF-16, the high byte first, without a mark', inUtf16(true, false)],
])('%s', async (_, encode) => {
  expect(await titleOf(encode(feed('灯台 – Möwen', 'UTF-16')))).toBe('灯台 – Möwen')
})

test('UTF-8 with a byte order mark, whatever the declaration says', async () => {
  expect(await titleOf(Buffer.from(`\ufeff${feed('Möwen', 'iso-8859-1')}`))).toBe('Möwen')
})

test.each([
  ['blank lines', '\n\n  '],
  ['a byte order mark and a blank line', '\ufeff\n'],
])('%s before the declaration: said, and with --lenient read', async (_, before) => {
  const bytes = Buffer.from(`${before}${feed('Möwen', 'UTF-8')}`)
  const strict = await imported(bytes, ...newBase)
  expect(strict.code).toBe(1)
  expect(strict.stderr).toContain('declaration')
  const lenient = await imported(bytes, ...newBase, '--lenient')
  expect(lenient.stderr).toContain('what stood in front of the XML declaration was left out')
  expect(itemsIn(await builtFrom(lenient))[0]?.title).toBe('Möwen')
})

test('without a declaration it is UTF-8', async () => {
  const bare = feed('Möwen', 'UTF-8').replace(/^<\?xml.*\n/, '')
  expect(await titleOf(Buffer.from(bare))).toBe('Möwen')
})

test('an encoding that nobody knows is read as UTF-8', async () => {
  expect(await titleOf(Buffer.from(feed('Möwen', 'x-our-own')))).toBe('Möwen')
})

describe('said to be UTF-8, and saved as Windows-1252', () => {
  const bytes = encoderOf('windows-1252')(feed('Café – 5 €', 'UTF-8'))

  test('is refused, as `validate` refuses it, with a hint at --lenient', async () => {
    const show = await imported(bytes, ...newBase)
    expect(show.code).not.toBe(0)
    expect(show.stderr).toContain('probably saved as Windows-1252')
    expect(show.stderr).toContain('--lenient')
    expect(show.stderr).not.toContain('every guid kept')
  })

  test('--lenient reads every letter, and says so', async () => {
    const show = await imported(bytes, ...newBase, '--lenient')
    expect(show.stderr).toMatch(/line \d+ of the feed: letters that are no UTF-8/)
    expect(itemsIn(await builtFrom(show))[0]?.title).toBe('Café – 5 €')
  })

  test('--lenient leaves the letters that are in UTF-8 as they are', async () => {
    const [before = '', after = ''] = feed('Möwen ~~ Café', 'UTF-8').split('~~')
    const mixed = Buffer.concat([Buffer.from(before), Buffer.of(0x96), Buffer.from(after)])
    const show = await imported(mixed, ...newBase, '--lenient')
    expect(itemsIn(await builtFrom(show))[0]?.title).toBe('Möwen – Café')
  })
})

describe('said to be in another encoding than UTF-8, with bytes that it does not have', () => {
  const [before = '', after = ''] = feed('灯 ~~ 台 ~~', 'Shift_JIS').split(/灯 ~~ 台 ~~(?=<)/)
  const broken = Buffer.concat([
    Buffer.from(before),
    Buffer.of(0x93, 0x94, 0x20, 0xff, 0x20, 0xff),
    Buffer.from(after),
  ])

  test('is refused, as broken UTF-8 is', async () => {
    const show = await imported(broken, ...newBase)
    expect(show.code).toBe(1)
    expect(show.stderr).toContain('the feed says that it is shift_jis, but letters here are saved in')
    expect(show.stderr).not.toContain('Windows-1252')
    expect(show.stderr).toContain('--lenient')
  })

  test('--lenient says from which line on letters were lost, and how many', async () => {
    const show = await imported(broken, ...newBase, '--lenient')
    const line = before.split('\n').length
    expect(show.stderr).toContain(
      `line ${line} of the feed: 2 letters, from here on, that shift_jis does not have were lost`,
    )
    expect(itemsIn(await builtFrom(show))[0]?.title).toBe('灯 \ufffd \ufffd')
  })
})
