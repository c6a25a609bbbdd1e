/**
 * Front matter as nobody should write it, made from the schema itself: every field that there is, and in its place nothing, a list,
 * a map, a number, half a character, depth, or a great deal. A new field is attacked as soon as the schema has it.
 */

import type * as z from 'zod'
import { episodeSchema, showSchema } from '../../src/fields/index.ts'
import type { Schema } from '../../src/schema/index.ts'
import fc from './property.ts'

const chapterKeys = ['start', 'title', 'end', 'url', 'image', 'toc', 'location']

/** What a field may hold, as far as a liar has to know it. */
export type Shape =
  | { readonly kind: 'text'; readonly samples: readonly string[] }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'map'; readonly keys: Readonly<Record<string, Shape>> }
  | { readonly kind: 'either'; readonly forms: readonly Shape[] }

interface Def {
  readonly type: string
  readonly in?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
}

export const shapeOf = (type: z.ZodType): Shape => {
  const def = type._zod.def as unknown as Def
  switch (def.type) {
    case 'string':
      return { kind: 'text', samples: samplesOf(type) }
    case 'pipe':
      return shapeOf(def.in!)
    case 'optional':
      return shapeOf(def.innerType!)
    case 'union':
      return { kind: 'either', forms: def.options!.map(shapeOf) }
    case 'array':
      return { kind: 'list', item: shapeOf(def.element!) }
    case 'object':
      return {
        kind: 'map',
        keys: Object.fromEntries(Object.entries(def.shape!).map(([key, inner]) => [key, shapeOf(inner)])),
      }
    // Its keys are read elsewhere: src/chapters.
    case 'record':
      return {
        kind: 'map',
        keys: Object.fromEntries(
          [...chapterKeys, 'x'].map(key => [key, { kind: 'text', samples: ['0:10'] }]),
        ),
      }
    default:
      throw new Error(`the schema has a "${def.type}", which no attack is made from yet`)
  }
}

const samplesOf = (type: z.ZodType): readonly string[] => {
  const { examples = [], enum: words = [] } = (type.meta() ?? {}) as {
    readonly examples?: readonly unknown[]
    readonly enum?: readonly string[]
  }
  return [...examples.filter(example => typeof example !== 'object').map(String), ...words]
}

/** By field. */
export const shapesOf = <Meta>(schema: Schema<Meta>): Readonly<Record<string, Shape>> =>
  Object.fromEntries(Object.entries(schema.fields).map(([field, type]) => [field, shapeOf(type)]))

/** A value on its way into YAML. `raw` is written as it is: YAML has more to say than JSON. */
type Value = string | Raw | readonly Value[] | Entries
interface Raw {
  readonly raw: string
}
interface Entries {
  readonly entries: readonly (readonly [key: string, value: Value])[]
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

/** In double quotes, which can hold any character, half of one too. */
const quoted = (text: string): string => JSON.stringify(text)

/** Behind `key:` or `-`: on the same line, or in a block below. */
const yamlOf = (value: Value, indent = '  '): string => {
  if (typeof value === 'string') return ` ${quoted(value)}`
  if (isList(value))
    return value.length === 0
      ? ' []'
      : value.map(item => `\n${indent}-${yamlOf(item, `${indent}  `)}`).join('')
  if ('raw' in value) return ` ${value.raw}`
  return value.entries.length === 0
    ? ' {}'
    : value.entries
        .map(([key, inner]) => `\n${indent}${quoted(key)}:${yamlOf(inner, `${indent}  `)}`)
        .join('')
}

const raw = (...texts: readonly string[]): readonly Raw[] => texts.map(text => ({ raw: text }))

/** What a slip, another tool or malice puts in the place of a value. */
const oddValues: readonly Raw[] = raw(
  ...['', '~', 'null', 'Null', '[]', '{}', '[[]]', '[{}]', '{a: }', '[~]', '{~: ~}', '""', "''", '|', '>-'],
  ...['.nan', '.inf', '-.inf', '0x1F', '0o17', '1e400', '-0', '1_000', '+12', '12.', '010', '0b1'],
  ...['!!binary AAAA', '!!set {a}', '!x y', '&a x', '*a', '<<', '&a [*a]', '? x', '- x', '@x', '`x`', '%x'],
  ...['2001-12-14t21:59:43.10-05:00', '1:2:3:4', '!!js/function x', '# nothing', '[x', '{x', '"x', "'x"],
)

const texts: readonly string[] = [
  ...[
    '',
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\ud83d',
    '\ude00 x',
    'a\ud83d',
    '\u0000',
    '\u0007',
    '\uffff',
    '\ufffd',
  ],
  ...[
    '0',
    '-1',
    '1',
    '12.5',
    '1e9',
    '99999999999999999999',
    '999999999999999',
    '0.000000001',
    'NaN',
    'Infinity',
    '١٢',
  ],
  ...[
    'true',
    'no',
    'null',
    '~',
    'none',
    'notes',
    'audio',
    'all',
    'disabled',
    'x',
    'Ada Pier',
    'A & B <c> ]]>',
    '&amp;amp;',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'prototype'],
  ...[
    'https://a.example/',
    'https://a.example/x.mp3',
    'http://[',
    'https://',
    'https:',
    '//x',
    'https://a.example/%zz',
  ],
  ...[
    'https://xn--/',
    'https://\u0000.example/',
    'http://1/',
    'https://a.example:99999/',
    'https://user:pw@a.example/',
    'javascript:x',
  ],
  ...[
    'data:,x',
    'file:///etc/passwd',
    'mailto:',
    'geo:',
    'at://',
    'nostr:',
    'irc://',
    'matrix:r/x',
    'ipfs://x',
    'tel:+1',
  ],
  ...[
    '../x.mp3',
    '/etc/passwd',
    'C:\\x.mp3',
    '\\\\host\\x',
    '001.mp3',
    'cover.jpg',
    'show.md',
    'nowhere.vtt',
    'a/../b.jpg',
    '.',
    '..',
    './',
  ],
  ...[
    '0:00',
    '0:00 Intro',
    '99:99:99 x',
    '5:12 +45 x',
    '5:12-5:57',
    '-5:12',
    'PT1H',
    'P1Y',
    'PT',
    '1:31:06',
    '00:00:00.000 --> ',
  ],
  ...[
    '2026-01-05',
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '+275760-09-13',
    '-000001-01-01',
    '2026-01-05T25:00',
    '2026-10-25 02:30',
  ],
  ...[
    'Europe/Brussels',
    'Etc/GMT+99',
    'UTC',
    'PST',
    '+02:00',
    '24:00',
    '06:00',
    'en',
    'en-',
    'x-y-z',
    'qaa-Qaaa-QM-x',
    'i-klingon',
  ],
  ...[
    '51,4',
    '91,181',
    'geo:1,2;u=',
    'R59518',
    'BE',
    'zz',
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=0;COUNT=999999999',
    'FREQ=;;=;',
  ],
  ...[
    'ada@wallet.example',
    '@',
    'a@b',
    '917393e3-1b1e-5cef-ace4-edaa54e1f810',
    'audio/mpeg',
    'audio/;',
    '1/0',
    '16/9',
    'sha256-x',
  ],
  ...[
    'Society & Culture > Places & Travel',
    '> >',
    'News >',
    'podcast',
    'musicL',
    'guest',
    'CC-BY-4.0',
    'A'.repeat(5000),
    'a '.repeat(3000),
  ],
  ...[
    '<script>alert(1)</script>',
    '<p',
    '<!--',
    '[x](',
    '![](x)',
    '`'.repeat(99),
    '*'.repeat(99),
    '{{ x }}',
    '%7Bx%7D',
    '$&',
    '\\',
    '/',
  ],
]

export const anyText = (samples: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    ...(samples.length === 0 ? [] : [{ weight: 4, arbitrary: fc.constantFrom(...samples) }]),
    { weight: 6, arbitrary: fc.constantFrom(...texts) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...texts), fc.constantFrom(...texts)).map(parts => parts.join('')),
    },
  )

const oddKeys = [
  '__proto__',
  'constructor',
  'toString',
  '<<',
  '',
  ' ',
  '0',
  'Name',
  'nmae',
  'urll',
  'k'.repeat(300),
  '\ud83d',
  'null',
]

/** Anything at all, a few levels deep. */
const { anything } = fc.letrec<{ anything: Value }>(tie => ({
  anything: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyText([]),
    fc.constantFrom<Value>(...oddValues),
    fc.array(tie('anything'), { maxLength: 4 }),
    fc
      .array(
        fc.tuple(fc.oneof(fc.constantFrom(...oddKeys, 'name', 'url', 'href'), fc.string()), tie('anything')),
        { maxLength: 4 },
      )
      .map((entries): Value => ({ entries })),
  ),
}))

/** What the schema wants, as far as that goes; somewhere in it, now and then, anything. */
const anyOf = (shape: Shape): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 12, arbitrary: asWanted(shape) },
    { weight: 1, arbitrary: fc.constantFrom<Value>(...oddValues) },
    { weight: 1, arbitrary: anything },
  )

const asWanted = (shape: Shape): fc.Arbitrary<Value> => {
  switch (shape.kind) {
    case 'text':
      return anyText(shape.samples)
    case 'list':
      return fc.array(anyOf(shape.item), { maxLength: 3 })
    case 'either':
      return fc.oneof(...shape.forms.map(asWanted))
    case 'map':
      return fc
        .record({ known: entriesOf(shape.keys), odd: oddEntries })
        .map(({ known, odd }) => ({ entries: [...known, ...odd] }))
  }
}

const entriesOf = (
  keys: Readonly<Record<string, Shape>>,
): fc.Arbitrary<readonly (readonly [string, Value])[]> =>
  fc
    .record(Object.fromEntries(Object.entries(keys).map(([key, shape]) => [key, anyOf(shape)])), {
      requiredKeys: [],
    })
    .map(map => Object.entries(map) as (readonly [string, Value])[])

const oddEntries = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.array(fc.tuple(fc.constantFrom(...oddKeys), anything), { minLength: 1, maxLength: 2 }),
  },
)

/** What other programs call our fields, and slips of the hand. */
const foreignKeys = [
  ...[
    'titel',
    'auther',
    'itunes:author',
    'Author',
    'authors',
    'url',
    'pubDate',
    'published',
    'mp3',
    'file',
    'guests',
    'hosts',
  ],
  ...[
    'cover',
    'podcast',
    'email',
    'layout',
    'tags',
    'length',
    'subtitle',
    'sesaon',
    'explicit ',
    'IMAGE',
    'enclosure',
    'type',
  ],
]

/** By the name of the field, its YAML from the colon on. */
export type Fields = Readonly<Record<string, string>>

/** A few fields of a kind of document, each written in some impossible way. */
export const anyFields = <Meta>(schema: Schema<Meta>): fc.Arbitrary<Fields> => {
  const fields = Object.entries(shapesOf(schema)).map(([field, shape]) =>
    anyOf(shape).map(value => [field, yamlOf(value)] as const),
  )
  const one = fc.oneof(
    { weight: 30, arbitrary: fc.oneof(...fields) },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc.constantFrom(...oddKeys, ...foreignKeys),
        anything.map(value => yamlOf(value)),
      ),
    },
  )
  return fc
    .uniqueArray(one, { minLength: 1, maxLength: 4, selector: ([field]) => field })
    .map(entries => Object.fromEntries(entries))
}

export const anyShowFields = anyFields(showSchema)
export const anyEpisodeFields = anyFields(episodeSchema)

export const documentWith = (fields: Fields, body: string): string =>
  `---\n${Object.entries(fields)
    .map(([key, yaml]) => `${/^\w+$/.test(key) ? key : quoted(key)}:${yaml}\n`)
    .join('')}---\n${body}`

/** Notes that a program or malice may have written. */
export const anyBody = fc.oneof(
  { weight: 3, arbitrary: fc.constant('Notes.\n') },
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...texts), { maxLength: 6 }).map(parts => parts.join('\n')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
)
