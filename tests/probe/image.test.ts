import { describe, expect, test } from 'vitest'
import { librarySize } from '../../src/probe/image/image-size.ts'
import { type ImageReading, measureImage, readImage } from '../../src/probe/image/index.ts'
import { growth, LINEAR } from '../support/growth.ts'
import { bmp, box, gif, heif, jpeg, png, tiff, webp } from '../support/image.ts'
import fc from '../support/property.ts'
import { bytesRead, readFrom } from '../support/read.ts'

const measure = (bytes: Uint8Array): ImageReading => readFrom(bytes, measureImage(bytes.length)).value
const facts = (bytes: Uint8Array) => {
  const reading = measure(bytes)
  return reading.kind === 'image' ? reading.facts : reading
}
const text = (chars: string) => new Uint8Array(Buffer.from(chars))

describe('JPEG', () => {
  test('a baseline cover', () => {
    const bytes = jpeg({ width: 3000, dpi: 72 })
    expect(facts(bytes)).toEqual({
      format: 'jpeg',
      mediaType: 'image/jpeg',
      width: 3000,
      height: 3000,
      bytes: bytes.length,
      colour: 'rgb',
      alpha: false,
      progressive: false,
      bitDepth: 8,
      dpi: 72,
      truncated: false,
    })
  })

  test('width and height are not swapped', () => {
    expect(facts(jpeg({ width: 640, height: 48 }))).toMatchObject({ width: 640, height: 48 })
  })

  test.each([
    [{ progressive: true }, { progressive: true, colour: 'rgb' }],
    [{ components: 1 }, { colour: 'grey', progressive: false }],
    [
      { components: 4, adobe: 0 },
      { colour: 'cmyk', adobeTransform: 0 },
    ],
    [
      { components: 4, adobe: 2 },
      { colour: 'cmyk', adobeTransform: 2 },
    ],
    [
      { components: 3, adobe: 1 },
      { colour: 'rgb', adobeTransform: 1 },
    ],
    [{ profile: true }, { hasProfile: true }],
  ] as const)('%o', (options, expected) => {
    expect(facts(jpeg({ width: 64, ...options }))).toMatchObject(expected)
  })

  test('a thumbnail in the metadata is not the picture', () => {
    const bytes = jpeg({ width: 1400, thumbnail: { width: 160, height: 120 } })
    expect(facts(bytes)).toMatchObject({ width: 1400, height: 1400, truncated: false })
  })

  test('the end of a thumbnail is not the end of the picture', () => {
    const bytes = jpeg({ thumbnail: { width: 160, height: 120 }, cutTo: 0.9 })
    expect(facts(bytes)).toMatchObject({ width: 1400, truncated: true })
  })

  test('5 MB of metadata are stepped over, not read', () => {
    const bytes = jpeg({ width: 3000, exif: 5e6, profile: true })
    const { value, spans } = readFrom(bytes, measureImage(bytes.length))
    expect(value).toMatchObject({ kind: 'image', facts: { width: 3000, hasProfile: true, truncated: false } })
    expect(bytesRead(spans)).toBeLessThan(600_000)
  })

  test('an ordinary picture needs two reads', () => {
    const bytes = jpeg({ width: 3000 })
    expect(readFrom(bytes, measureImage(bytes.length)).spans).toHaveLength(2)
  })

  test.each([false, true])(
    'what a phone appends behind the end is no damage (progressive: %s)',
    progressive => {
      expect(facts(jpeg({ progressive, trailer: new Uint8Array(300_000) }))).toMatchObject({
        truncated: false,
      })
    },
  )

  test.each([0.3, 0.7, 0.999])('cut to %d of its length', cutTo => {
    expect(facts(jpeg({ progressive: true, cutTo }))).toMatchObject({ width: 1400, truncated: true })
  })

  test('cut before the frame header: recognised, not measured', () => {
    expect(facts(jpeg({ cutTo: 0.001 }))).toEqual({
      kind: 'unreadable',
      format: 'jpeg',
      mediaType: 'image/jpeg',
    })
  })
})

describe('PNG', () => {
  test('an RGB cover', () => {
    const bytes = png({ width: 300, height: 200, dpi: 72 })
    expect(facts(bytes)).toEqual({
      format: 'png',
      mediaType: 'image/png',
      width: 300,
      height: 200,
      bytes: bytes.length,
      colour: 'rgb',
      alpha: false,
      progressive: false,
      bitDepth: 8,
      dpi: 72,
      truncated: false,
    })
  })

  test.each([
    [{ colour: 'grey' }, { colour: 'grey', alpha: false }],
    [{ colour: 'grey-alpha' }, { colour: 'grey', alpha: true }],
    [{ colour: 'rgb-alpha' }, { colour: 'rgb', alpha: true }],
    [{ colour: 'palette' }, { colour: 'palette', alpha: false }],
    [
      { colour: 'palette', transparent: true },
      { colour: 'palette', alpha: true },
    ],
    [
      { colour: 'rgb', transparent: true },
      { colour: 'rgb', alpha: true },
    ],
    [{ bitDepth: 16 }, { bitDepth: 16 }],
    [{ interlaced: true }, { progressive: true }],
    [{ profile: true }, { hasProfile: true }],
    [{ cutTo: 0.6 }, { width: 64, truncated: true }],
  ] as const)('%o', (options, expected) => {
    expect(facts(png({ width: 64, ...options }))).toMatchObject(expected)
  })

  test('transparency behind 5 MB of text is found without reading the text', () => {
    const bytes = png({ width: 64, metadata: 5e6, transparent: true })
    const { value, spans } = readFrom(bytes, measureImage(bytes.length))
    expect(value).toMatchObject({ facts: { alpha: true, truncated: false } })
    expect(bytesRead(spans)).toBeLessThan(100_000)
  })

  test('bytes behind the end chunk are no damage', () => {
    expect(facts(Buffer.concat([png({ width: 64 }), Buffer.alloc(50)]))).toMatchObject({ truncated: false })
  })
})

describe('other formats', () => {
  test.each([
    ['gif', gif(320, 200), { width: 320, height: 200, alpha: false, colour: 'palette' }],
    ['gif', gif(320, 200, true), { width: 320, height: 200, alpha: true }],
    ['webp', webp(1400, 1300), { width: 1400, height: 1300, alpha: false, mediaType: 'image/webp' }],
    ['webp', webp(1400, 1300, true), { alpha: true }],
    ['avif', heif('avif', 1400, 1300), { width: 1400, height: 1300, mediaType: 'image/avif' }],
    ['heic', heif('heic', 1400, 1300), { width: 1400, height: 1300, mediaType: 'image/heic' }],
    ['tiff', tiff(1400, 1300), { width: 1400, height: 1300 }],
    ['bmp', bmp(1400, 1300), { width: 1400, height: 1300 }],
  ])('%s', (format, bytes, expected) => {
    expect(facts(bytes)).toMatchObject({ format, bytes: bytes.length, ...expected })
  })

  test('a TIFF directory behind the pixels is followed', () => {
    expect(facts(tiff(1400, 1300, 500_000))).toMatchObject({ width: 1400, height: 1300 })
  })
})

describe('SVG', () => {
  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"/>', 300, 200],
    ["<svg width='3in' height='2in'/>", 288, 192],
    ['<svg viewBox="0 0 640 480"><rect width="9" height="9"/></svg>', 640, 480],
    ['<svg viewBox="0,0,640,480" width="64"/>', 64, 48],
    ['<svg width="100%" height="100%"/>', 0, 0],
    [`<?xml version="1.0"?>\n<!-- ${'made by '.repeat(500)}-->\n<svg width="10" height="20"/>`, 10, 20],
    [
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [<!ENTITY a "b">]><svg width="10" height="20"/>',
      10,
      20,
    ],
    [`<svg ${'xmlns:a="urn:x" '.repeat(200)} width="10" height="20"/>`, 10, 20],
  ])('%s', (svg, width, height) => {
    expect(facts(text(svg))).toMatchObject({ format: 'svg', mediaType: 'image/svg+xml', width, height })
  })

  test('a web page that holds an SVG is a web page', () => {
    expect(measure(text('<!doctype html><title>404</title><svg width="1" height="1"/>'))).toEqual({
      kind: 'not-image',
      looksLike: 'html',
    })
  })
})

describe('what is no picture', () => {
  test.each([
    ['empty', ''],
    ['git-lfs-pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n'],
    ['html', '<!DOCTYPE html>\n<html><body>Not found</body></html>'],
    ['html', '\ufeff <!-- cached --><html lang="en">'],
    ['text', 'cover.jpg is on the other disk\n'],
    ['text', 'BM is no bitmap by itself'],
    ['text', 'Ünïcödé '.repeat(400)],
    ['unknown', 'ID3\u0004\u0000\u0000\u0000\u0000'],
  ] as const)('%s', (looksLike, content) => {
    expect(measure(text(content))).toEqual({ kind: 'not-image', looksLike })
  })
})

describe('from the first bytes alone', () => {
  test('the size is there, the question of the end stays open', () => {
    const bytes = jpeg({ width: 1400 })
    const known = readImage(bytes.subarray(0, 2000), bytes.length)
    expect(known).toMatchObject({ width: 1400, bytes: bytes.length })
    expect(known).not.toHaveProperty('truncated')
  })

  test('a whole file is judged whole', () => {
    const bytes = png({ width: 64 })
    expect(readImage(bytes, bytes.length)).toMatchObject({ width: 64, truncated: false })
  })

  test('too few bytes: undefined', () => {
    const bytes = jpeg({ exif: 100_000 })
    expect(readImage(bytes.subarray(0, 50_000), bytes.length)).toBeUndefined()
  })
})

describe('traps of image-size', () => {
  test('boxes of size zero end (GHSA-m5qc-5hw7-8vg7, GHSA-5p2g-fcmc-qvqq)', () => {
    const ftyp = box('ftyp', text('avif'), new Uint8Array(4))
    const endless = Buffer.concat([ftyp, Buffer.from('0000000069737065', 'hex'), Buffer.alloc(200_000)])
    expect(measure(endless)).toMatchObject({ kind: 'unreadable', format: 'avif' })
  })

  test('many boxes are searched in bounded time', () => {
    const ispe = box('ispe', Buffer.from('000000000000000100000001', 'hex'))
    const many = (n: number) =>
      Buffer.concat([
        box('ftyp', text('heic'), new Uint8Array(4)),
        box('meta', new Uint8Array(4), box('iprp', box('ipco', ...Array.from({ length: n }, () => ispe)))),
      ])
    expect(growth(many, 12_500, bytes => librarySize(bytes, 'heic'))).toBeLessThan(LINEAR)
  })

  test('many <svg are searched in bounded time', () => {
    expect(growth(n => text('<svg '.repeat(n)), 12_500, measure)).toBeLessThan(LINEAR)
  })

  test('a crop box does not make the picture one pixel narrower', () => {
    expect(facts(heif('avif', 1400, 1300, true))).toMatchObject({ width: 1400, height: 1300 })
  })

  test('an SVG in the metadata of another format is not the picture', () => {
    const unknown = [webp(9, 9).subarray(0, 12), text('JUNK\u0020\0\0\0<svg width="5" height="5"/>     ')]
    expect(measure(Buffer.concat(unknown))).toMatchObject({ kind: 'unreadable', format: 'webp' })
  })

  test('a subarray does not let it read the memory behind', () => {
    const memory = Buffer.from(bmp(1400, 1300))
    expect(readImage(memory.subarray(0, 20), 20)).toBeUndefined()
  })
})

describe('any bytes', () => {
  const signatures = [
    jpeg({ width: 40 }),
    png({ width: 8 }),
    gif(9, 9),
    webp(9, 9),
    heif('heic', 9, 9),
    tiff(9, 9),
    text('<svg '),
  ]

  test('never throw, never hang, never give a size that is none', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(...signatures),
        fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
      )
      .map(([bytes, edits]) => {
        const copy = new Uint8Array(bytes)
        for (const [at, value] of edits) if (at < copy.length) copy[at] = value
        return copy
      })
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), damaged), bytes => {
        const reading = measure(bytes)
        if (reading.kind !== 'image' || reading.facts.format === 'svg') return
        expect(reading.facts.width).toBeGreaterThan(0)
        expect(reading.facts.height).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  test('segments as short as they can be are read once', () => {
    const short = Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.from('ffe40002'.repeat(250_000), 'hex')])
    const { value, spans } = readFrom(short, measureImage(short.length))
    expect(value.kind).toBe('unreadable')
    expect(bytesRead(spans)).toBeLessThan(short.length * 1.2)
  })
})
