/** The everything-show with some of its values replaced by odd ones: what a person may write, in any field. */

import { parse } from 'yaml'
import { everythingShow } from './everything-show.ts'
import type { Files } from './folder.ts'
import fc from './property.ts'

const oddValues: readonly unknown[] = [
  ...['', ' ', '  padded  ', 'two\nlines', '0', '-1', '007', '1e9', '3.5', 'true', 'no', 'x'],
  ...[
    'Tom & Jerry',
    'R&amp;D',
    '&amp;amp;',
    '&nbsp;',
    '&uuml;ber',
    '&#8203;',
    '<b>bold</b>',
    '<!-- later -->',
  ],
  ...['a < b > c', ']]>', '"quoted"', "it's", '{{ title }}', '%41', '`code`', '[link](https://a.example/)'],
  ...[
    '\u0085',
    'a\u0007b',
    '\ufffd',
    '\u200b',
    '\ud83d',
    'e\u0301',
    'مرحبا',
    '日本語',
    '🎧',
    '\u202egnp.exe',
  ],
  ...['VerlÃ¤ngerung', 'word '.repeat(80), 'x'.repeat(5000)],
  ...[
    'https://show.example/a b',
    'https://show.example/ü?x=1&y=2',
    'https://bücher.example/',
    'http://show.example/x',
  ],
  ...[
    'https://show.example/[x]',
    'https://show.example/#a#b',
    'HTTPS://SHOW.EXAMPLE/X',
    '//show.example/x',
    '/x',
    'x.html',
  ],
  ...[
    'ftp://show.example/x',
    'mailto:ada@show.example',
    'javascript:alert(1)',
    'https://',
    'https://user:pw@show.example/',
  ],
  ...[
    'https://show.example/x?name=a.mp3',
    'https://show.example/%zz',
    'ada@show.example',
    'ada at show',
    'show.example',
  ],
  ...['2026-01-05', '2026-13-45', '1970-01-01', '20:61', '1:02:03', 'en_GB', 'english', 'de-DE', 'xx'],
  ...[0, -1, 1.5, 1e21, 99999, true, false, null, [], {}, [''], ['a', 'a'], { a: 'b' }, [[]]],
]

/** Below the front matter. */
const oddBodies: readonly string[] = [
  ...[
    '',
    '\n\n',
    '<!-- later -->',
    '<iframe src="https://x.example"></iframe>',
    '[r]: https://x.example',
    '![](x.jpg)',
  ],
  ...[
    '<p>&nbsp;</p>',
    '&amp;amp; &uuml; &#8203; &nosuch; & <3',
    ']]> ]]&gt; ]]>',
    '</item></channel>',
    '<script>x()</script> and more',
  ],
  ...[
    '[a](javascript:x) [b](/x) [c](x.html) [d](http://[x]) [e](mailto:me@x.example)',
    '<a href="/x" onclick="y()">z</a>',
  ],
  ...[
    'A \u0007 bell, \u0085, \ufffd, \ud83d and \u200b',
    '`</script>` `&amp;` `]]>`',
    'word '.repeat(1500),
    '> '.repeat(120),
  ],
  ...[
    '00:00 Intro\n01:00 Middle\n09:00 End',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '{{ page.title }} {% include x %}',
    '- \n- \n- ',
  ],
  ...[
    '<div dir="rtl">مرحبا</div>',
    'مرحبا [x](https://x.example/ü?a=1&b=2)',
    '<img src=x onerror=y>',
    '&lt;script&gt;',
    '\\<b>',
  ],
]

const documents = ['show.md', '001.md', '002.md'] as const

type Path = readonly (string | number)[]

/** Every value in it, maps and lists too. */
function* pathsIn(value: unknown, path: Path = []): Iterable<Path> {
  if (path.length > 0) yield path
  if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value))
      yield* pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key])
}

const replaced = (value: unknown, [step, ...rest]: Path, by: unknown): unknown => {
  if (step === undefined) return by
  if (Array.isArray(value)) return value.map((part, i) => (i === step ? replaced(part, rest, by) : part))
  const map = value as Readonly<Record<string, unknown>>
  return { ...map, [step]: replaced(map[step], rest, by) }
}

interface Matter {
  readonly file: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly body: string
}

const show = everythingShow()
const matters: readonly Matter[] = documents.map(file => {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(String(show[file])) ?? []
  return { file, fields: parse(head, { schema: 'failsafe' }), body }
})

const textOf = ({ fields, body }: Matter): string =>
  `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n${body}`

export interface Odd {
  /** `show.md persons.0.name: "<b>bold</b>"` */
  readonly changes: readonly string[]
  readonly files: Files
}

const change = fc.constantFrom(
  ...matters.flatMap(({ file, fields }) => [...pathsIn(fields)].map(path => ({ file, path }))),
)

/** With a value or two that are odd, and perhaps odd notes. */
export const oddShow: fc.Arbitrary<Odd> = fc
  .tuple(
    fc.array(fc.tuple(change, fc.constantFrom(...oddValues)), { minLength: 1, maxLength: 2 }),
    fc.option(fc.tuple(fc.constantFrom(...documents), fc.constantFrom(...oddBodies)), { nil: undefined }),
  )
  .map(([changes, body]) => {
    const changed = matters.map(matter => ({
      ...matter,
      ...(body?.[0] === matter.file ? { body: body[1] } : {}),
      fields: changes.reduce(
        (fields, [{ file, path }, odd]) =>
          file === matter.file && has(fields, path)
            ? (replaced(fields, path, odd) as Matter['fields'])
            : fields,
        matter.fields,
      ),
    }))
    return {
      changes: [
        ...changes.map(([{ file, path }, odd]) => `${file} ${path.join('.')}: ${JSON.stringify(odd)}`),
        ...(body === undefined ? [] : [`${body[0]} --- ${JSON.stringify(body[1])}`]),
      ],
      files: { ...show, ...Object.fromEntries(changed.map(matter => [matter.file, textOf(matter)])) },
    }
  })

const has = (value: unknown, path: Path): boolean =>
  path.length === 0 ||
  (typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, path[0]!) &&
    has((value as Readonly<Record<string | number, unknown>>)[path[0]!], path.slice(1)))
