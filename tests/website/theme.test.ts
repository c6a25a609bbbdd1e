/** A look of the show's own: variables, a stylesheet, a folder of templates; and what a theme cannot do, whoever made it. */

import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { phrases, placesIn } from '../../src/vocabulary/page-phrases.ts'
import { themeVariables } from '../../src/vocabulary/theme-variables.ts'
import { de } from '../../src/website/messages/de.ts'
import { en } from '../../src/website/messages/en.ts'
import { fr } from '../../src/website/messages/fr.ts'
import { withoutScripts } from '../../src/website/theme-markup.ts'
import { themeStyle } from '../../src/website/theme-style.ts'
import { type Files, temporaryFolder } from '../support/folder.ts'
import { goodShow } from '../support/good-show.ts'
import { pagesOf, showWithPages } from '../support/page-show.ts'
import { rebuild, runShow } from '../support/run.ts'

const root = join(import.meta.dirname, '../..')
const style = readFileSync(join(root, 'src/website/theme/style.css'), 'utf8')

const withTheme = (theme: string, files: Files = {}, fields: Readonly<Record<string, string>> = {}) =>
  pagesOf({ 'show.md': showWithPages({ theme, ...fields }), ...files })

const found = async (theme: string, files: Files = {}, fields: Readonly<Record<string, string>> = {}) => {
  const { diagnostics } = await runShow({
    ...goodShow(),
    'show.md': showWithPages({ theme, ...fields }),
    ...files,
  })
  return diagnostics.map(
    ({ rule, place, message }) => `${place.file}:${place.line ?? ''} ${rule}: ${message}`,
  )
}

describe('variables', () => {
  test('are those of the stylesheet, in their order, and documented', () => {
    const [, light = ''] = /:root \{([^}]*)\}/.exec(style)!
    const names = [...light.matchAll(/(--[\w-]+):/g)].map(([, name]) => name)
    expect(themeVariables.map(({ css }) => css)).toEqual(names)
    const [, dark = ''] = /prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(style)!
    const colours = themeVariables.filter(variable => 'isColour' in variable)
    expect([...dark.matchAll(/(--[\w-]+):/g)].map(([, name]) => name)).toEqual(colours.map(({ css }) => css))
    const documented = readFileSync(join(root, 'docs/theming.md'), 'utf8')
    const valueIn = (block: string, css: string): string =>
      new RegExp(`${css}: ([^;]*);`).exec(block)?.[1]?.replace(/\s+/g, ' ') ?? ''
    for (const variable of themeVariables) {
      const { key, css, says } = variable
      // What contrast is judged by is what the stylesheet has.
      if ('light' in variable)
        expect([variable.light, variable.dark]).toEqual([valueIn(light, css), valueIn(dark, css)])
      const [ours, night] = [valueIn(light, css), valueIn(dark, css)].map(value =>
        value === '' ? '' : `\`${value}\``,
      )
      expect(documented).toContain(
        `| \`${key}\` | \`${css}\` | ${says.replace(/\.$/, '')} | ${ours} | ${night} |`,
      )
    }
    for (const phrase of phrases) expect(documented).toContain(`\`${phrase}\``)
    for (const name of [...style.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name!))
      expect(names).toContain(name)
  })

  test('stand in a stylesheet of their own, which every page loads after ours', async () => {
    const { page, paths } = await withTheme(
      '{ accent: "#8a2be2", font: "Georgia, serif", dark: { background: "#000" } }',
    )
    expect(page('site/theme.css')).toContain(
      '@media screen and (prefers-color-scheme: light) {\n:root {\n  --accent: #8a2be2;\n}\n}',
    )
    expect(page('site/theme.css')).toContain(':root {\n  --font: Georgia, serif;\n}')
    expect(page('site/theme.css')).toContain('--background: #000;')
    for (const path of paths.filter(one => one.endsWith('.html')))
      expect(page(path)).toMatch(/site\/style.css">\n<link rel="stylesheet" href="[./]*site\/theme.css">/)
    expect((await pagesOf({})).paths).not.toContain('site/theme.css')
  })

  test('a colour of the show is its colour at night too, if it says no other', () => {
    const styleOf = (values: object, dark = {}) => themeStyle({ values, dark, mayRun: false })
    expect(styleOf({ accent: '#800' })).toContain('--accent: color-mix(in oklab, #800, white 60%);')
    expect(styleOf({ accent: '#800' }, { accent: '#f88' })).toContain('--accent: #f88;')
    expect(styleOf({})).toBeUndefined()
  })

  test.each([
    ['red; } body { display: none', '";" cannot stand'],
    ['red } a { color: blue', '"}" cannot stand'],
    ['url(https://evil.example/x)', 'a value names no file or address'],
    ['rgb(1 2 3', 'a bracket has no other'],
    ['calc(1px))', 'a bracket has no other'],
    ["'a", 'a quotation mark has no other'],
    ['red/*', '"/*" cannot stand'],
    ['\\3b', '"\\" cannot stand'],
    ['</style><script>', '"<" cannot stand'],
    ['x'.repeat(301), 'more than 300 characters'],
  ])('%s is none', async (value, message) => {
    expect((await found(`{ accent: ${JSON.stringify(value)} }`)).join()).toContain(message)
  })

  test.each([
    ['teal', 'Transparent', 'currentColor', 'AccentColorText', 'rebeccapurple', 'red !important'],
    ['#fff', '#8a2be2', '#8A2BE280', 'rgb(1 2 3 / 50%)', 'color-mix(in oklab, red, blue 20%)'],
    ['var(--text)', 'light-dark(black, white)', 'hypothetical-colour(1 2 3)'],
  ])('%s is a colour', async (...colours) => {
    for (const colour of colours)
      expect(
        await found(`{ line: ${JSON.stringify(colour)}, dark: { line: ${JSON.stringify(colour)} } }`),
      ).toEqual([])
  })

  test.each([
    ['notacolour', 'such as `"#0b5c63"`, `teal`'],
    ['plumm', 'Write `plum`.'],
    ['dark blue', 'Write `darkblue`.'],
    ['8a2be2', 'Write `"#8a2be2"`.'],
    ['#8a2be', 'such as'],
    ['rbg(1 2 3)', 'Write `rgb(1 2 3)`.'],
    ['inherit', 'such as'],
    ['12px', 'such as'],
  ])('%s is no colour, in either scheme', async (written, help) => {
    const value = JSON.stringify(written)
    for (const theme of [`{ onAccent: ${value} }`, `{ dark: { onAccent: ${value} } }`]) {
      const { diagnostics } = await runShow({ ...goodShow(), 'show.md': showWithPages({ theme }) })
      expect(diagnostics).toHaveLength(1)
      expect(diagnostics[0]).toMatchObject({
        message: `\`onAccent\`: "${written}" is no colour in CSS, so browsers would pass over it`,
        help: expect.stringContaining(help),
      })
    }
  })

  test.each([
    ['corner', '3bananas', 'is no length in CSS', 'such as `0.5rem`.'],
    ['corner', '12', 'is no length in CSS', 'A number needs a unit: `12px`.'],
    ['corner', '5 px', 'is no length in CSS', '`0.5rem`'],
    ['corner', '-5px', 'is less than nothing', 'such as `5px`'],
    ['width', '-.5rem', 'is less than nothing', 'such as `.5rem`'],
    ['font', 'Source Sans 3, serif', 'is no font in CSS', `write \`font: '"Source Sans 3", serif'\`.`],
    ['shadow', '0 1% 4px gray', 'is no shadow in CSS', '0 1px 4px gray'],
    ['shadow', '0 0 -4px gray', 'is no shadow in CSS', '0 1px 4px gray'],
    ['width', 'wide', 'is no length in CSS', '`60rem`'],
    ['font', '3bananas', 'is no font in CSS', '`Georgia, serif`'],
    ['font', 'Georgia,, serif', 'is no font in CSS', '`Georgia, serif`'],
    ['fontTitle', 'Georgia serif!', 'is no font in CSS', '`Georgia, serif`'],
    ['shadow', '3bananas', 'is no shadow in CSS', '`0 1px 4px gray`'],
    ['shadow', '0 1px 4px greyish', 'is no shadow in CSS', '`0 1px 4px gray`'],
    ['shadow', '1px', 'is no shadow in CSS', '`0 1px 4px gray`'],
  ])('%s: %s is none, where it stands and with what to write', async (key, written, message, help) => {
    const { diagnostics } = await runShow({
      ...goodShow(),
      'show.md': showWithPages({ theme: `\n  accent: teal\n  ${key}: ${JSON.stringify(written)}` }),
    })
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({
      severity: 'error',
      message: `\`${key}\`: "${written}" ${message}, so browsers would pass over it`,
      help: expect.stringContaining(help),
    })
    const { text } = {
      text: showWithPages({ theme: `\n  accent: teal\n  ${key}: ${JSON.stringify(written)}` }),
    }
    expect(text.split('\n')[diagnostics[0]!.place.line! - 1]).toContain(`  ${key}:`)
  })

  test.each([
    [
      'corner',
      ['0', '0px', '.5rem', '1.5em', '50%', '2VW', 'calc(1rem + 2px)', 'min(1rem, 2vw)', 'var(--x)'],
    ],
    ['width', ['64rem', '100dvw', 'clamp(20rem, 90vw, 70rem)', '72ch !important']],
    [
      'font',
      ['Georgia, serif', '"Iowan Old Style", Palatino', "'A, B', ui-serif", 'Noto Sans', 'var(--f, serif)'],
    ],
    [
      'shadow',
      [
        'none',
        '0 1px 4px gray',
        'inset 0 0 3px 1px #0006, 0 1px 2px rgb(0 0 0 / 0.4)',
        'rgb(0, 0, 0) 0 1px',
        'var(--x)',
        '0 calc(1px + 2px) 3px',
      ],
    ],
  ])('%s can be any of %j', async (key, values) => {
    for (const value of values) expect(await found(`{ ${key}: ${JSON.stringify(value)} }`)).toEqual([])
  })

  test('one that is misspelt is told with the one that was meant', async () => {
    const { diagnostics } = await runShow({
      ...goodShow(),
      'show.md': showWithPages({ theme: '{ on-accent: red }' }),
    })
    expect(diagnostics[0]?.message).toContain('on-accent')
    expect(diagnostics[0]?.help).toContain('onAccent')
  })
})

test('a stylesheet comes after ours; one that is not there is an error with its place', async () => {
  const { page } = await withTheme('brand.css', { 'brand.css': 'body { letter-spacing: 0 }\n' })
  expect(page('site/theme.css')).toContain('body { letter-spacing: 0 }')
  expect(await found('brnad.css', { 'brand.css': 'a {}' })).toEqual([
    expect.stringMatching(
      /^episodes\/show.md:\d+ files\/missing: the stylesheet "brnad.css" is not in the show folder/,
    ),
  ])
  expect((await found('{ stylesheet: "https://cdn.example/a.css" }')).join()).toContain(
    'load nothing from elsewhere',
  )
  expect((await found('../a.css')).join()).toContain('files/outside-show')
})

describe('a folder', () => {
  const look = {
    'look/style.css': 'body { color: red }\n',
    'look/foot.liquid': '<footer>{{ show.title | upcase }} &amp; <b>{{ show.description }}</b></footer>\n',
    'look/fonts/a.woff2': 'font',
    'look/menu.js': 'document.title += "!"',
    'look/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'look/page.html': '<h1>No page of ours</h1>',
    'look/LICENSE': 'MIT',
  }

  test('its files take the place of ours; scripts, and what may hold some, only where show.md says so', async () => {
    const { page, paths, ids } = await withTheme('look', look)
    expect(page('site/style.css')).toBe('/* build-feed */\nbody { color: red }\n')
    expect(page('001/index.html')).toContain('<footer>HARBOUR NOTES &amp; <b>')
    expect(page('001/index.html')).toContain('class="player"')
    expect(paths.filter(path => /a\.woff2|menu|logo|LICENSE|site\/page\.html/.test(path))).toEqual([
      'site/fonts/a.woff2',
    ])
    expect(ids).toContain('website/theme-scripts')
    const trusted = await withTheme('look', look, { themeScripts: 'true' })
    expect(trusted.paths).toContain('site/menu.js')
    expect(trusted.paths).toContain('site/logo.svg')
    expect(trusted.ids).not.toContain('website/theme-scripts')
  })

  describe('a file that the pages have no use for is told of', () => {
    const unused = async (files: Readonly<Record<string, string>>) => {
      const { diagnostics } = await runShow({
        ...goodShow(),
        'show.md': showWithPages({ theme: 'look' }),
        'look/style.css': 'body { color: red }\n',
        ...files,
      })
      return diagnostics.filter(({ rule }) => rule === 'website/theme-unused')
    }

    test('where it lies, with the endings that a theme has', async () => {
      const said = await unused({ 'look/foot.html': '<footer></footer>', 'look/fonts/a.eot': 'font' })
      expect(said).toMatchObject([
        { severity: 'note', place: { file: 'episodes/look/fonts/a.eot' } },
        {
          place: { file: 'episodes/look/foot.html' },
          message:
            'this file of the theme is neither a template nor anything that pages load, so it is left out',
          help: expect.stringMatching(/^Templates end in \.liquid, .*\.woff2.* or \.ico\. Rename it/),
        },
      ])
    })

    test('many of them once, and what they are called', async () => {
      const said = await unused(
        Object.fromEntries('abcde'.split('').map(name => [`look/${name}.scss`, 'a {}'])),
      )
      expect(said.map(({ message }) => message)).toEqual([
        '5 files of the theme are neither templates nor anything that pages load, so they are left out: look/a.scss, look/b.scss, look/c.scss and 2 more',
      ])
    })

    test('but not what tells of the theme, what a system puts there, and what is told of as something else', async () => {
      const names = [
        'README',
        'README.txt',
        'readme.md',
        'LICENSE',
        'LICENSE-MIT',
        'licence.txt',
        'fonts/OFL.txt',
      ]
      const others = [
        'COPYING',
        'NOTICE',
        'CHANGELOG.txt',
        'package.json',
        '.DS_Store',
        'Thumbs.db',
        'desktop.ini',
      ]
      const known = ['menu.js', 'logo.svg', 'x.mp3', 'fonts/a.woff2', 'a.PNG']
      const files = [...names, ...others, ...known].map(name => [`look/${name}`, 'x'])
      expect(await unused(Object.fromEntries(files))).toEqual([])
    })
  })

  test('a template with a mistake is an error with its line, and the old pages stay', async () => {
    const first = await withTheme('look', look)
    const before = first.page('001/index.html')
    writeFileSync(join(first.root, 'episodes/look/foot.liquid'), '<footer>\n{{ show.title | nofilter }}\n')
    const again = await rebuild(first.root)
    expect(again.output).toBeUndefined()
    expect(again.diagnostics.map(({ place, rule }) => [place.file, place.line, rule])).toContainEqual([
      'episodes/look/foot.liquid',
      2,
      'website/template',
    ])
    expect(first.page('001/index.html')).toBe(before)
  })

  test.each([
    [
      'a loop without end',
      '{% for a in (1..100000) %}{% for b in (1..100000) %}{{ b }}{% endfor %}{% endfor %}',
    ],
    [
      'a text that doubles',
      '{% assign a = "0123456789" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}',
    ],
    ['itself in itself', '{% render "foot" %}'],
    ['a file of the disk', '{% render "/etc/passwd" %}'],
    ['a file above', '{% include "../../secret" %}'],
  ])('%s is refused', async (_, text) => {
    expect((await found('look', { 'look/foot.liquid': text })).join()).toContain('website/template')
  })

  test.each([
    ['{% render "nothing" %}', 'there is no template "nothing"'],
    ['{% for a in (1..1000000000) %}{% endfor %}', 'it takes too much memory'],
    [' '.repeat(2_000_000), 'it is too long'],
  ])('what is wrong is said in the words of templates, not of the library', async (text, words) => {
    const { diagnostics } = await runShow({
      ...goodShow(),
      'show.md': showWithPages({ theme: 'look' }),
      'look/foot.liquid': text,
    })
    expect(diagnostics.map(({ message }) => message)).toContain(
      `this template does not work, so none of the pages are written: ${words}`,
    )
  })

  test('no property but its own, no clock, no chance', async () => {
    const { page } = await withTheme('look', {
      'look/foot.liquid':
        '<i>[{{ show.constructor }}{{ show.__proto__ }}{{ show.title.constructor }}{{ "now" | date: "YYYY" }}]</i>',
    })
    expect(page('index.html')).toContain('<i>[]</i>')
    expect((await found('look', { 'look/foot.liquid': '{{ show.categories | sample }}' })).join()).toContain(
      'website/template',
    )
  })

  test('that is not there, or leads out by a link, is none', async () => {
    expect((await found('loook', look)).join()).toContain('website/theme')
    const outside = temporaryFolder()
    writeFileSync(join(outside, 'style.css'), 'secret')
    const { root } = await runShow({ ...goodShow(), 'show.md': showWithPages({ theme: 'look' }) })
    symlinkSync(outside, join(root, 'episodes/look'))
    const { output, ids } = await rebuild(root)
    expect(output).toBeUndefined()
    expect(ids.some(id => id === 'files/outside-show' || id === 'website/theme')).toBe(true)
    expect(existsSync(join(root, 'public/site/style.css'))).toBe(false)
  })
})

describe('a hostile theme', () => {
  const evil = [
    '<script>hacked = 1</script><SCRIPT src="../transcripts/001.txt"></SCRIPT>',
    '<svg><script href="x.js"></script></svg><script/src=x.js>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<meta name=a content="<" http-equiv=refresh content="0;url=https://evil.example/">',
    '<base href="https://evil.example/"><img src=x onerror="hacked = 1">',
    '<iframe srcdoc="&lt;script&gt;hacked = 1&lt;/script&gt;"></iframe><a href="javascript:hacked = 1">x</a>',
    '<div class="search" data-root="../transcripts/001.txt?"></div>',
  ].join('\n')

  test('puts no script and no way out into a page, and the policy stands before it', async () => {
    const { page, paths } = await withTheme('look', { 'look/foot.liquid': evil, 'look/head.liquid': evil })
    for (const path of paths.filter(one => one.endsWith('.html'))) {
      const html = page(path)
      expect(html).toMatch(/<head>\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /)
      expect(html.match(/<script/gi)?.length).toBe(
        html.match(/<script (?:src="[./]*site\/page\.js" defer|type="application\/ld\+json")>/g)?.length,
      )
      expect(html.match(/<meta[\s/][^>]*http-equiv/gi)).toHaveLength(1)
    }
  })

  test('whole elements are left out, and what is left of them is no element either', () => {
    expect(withoutScripts('a<script>alert(1)</script >b<SCRIPT src=x></SCRIPT>c')).toBe('abc')
    expect(withoutScripts('<meta http-equiv="refresh" content="0"><link rel="icon" href="i.png">')).toBe(
      '<link rel="icon" href="i.png">',
    )
    expect(withoutScripts('<scr<script></script>ipt>x')).toBe('&lt;script>x')
    expect(withoutScripts('<me<meta x>ta http-equiv=y>')).toBe('&lt;meta http-equiv=y>')
    expect(withoutScripts('</script><script>a')).toBe('</script>&lt;script>a')
    const many = '<script>'.repeat(20_000)
    expect(withoutScripts(`</script>${many}`)).not.toMatch(/<script/)
  })

  test('what is harmless stays', () => {
    const good = '<meta name="theme-color" content="#fff"> <metadata> a < b <b>script</b>'
    expect(withoutScripts(good)).toBe(good)
    expect(withoutScripts('<sCript>')).toBe('&lt;sCript>')
  })
})

test('every template of a theme sees the show and its page, also one that another one names', async () => {
  const says = '[{{ show.title }} {{ page.root }}]'
  const whole = '[{{ page.kind }} {{ page.root }} {{ page.title }} {{ page.address }}]'
  const { page } = await withTheme('look', {
    'look/top.liquid': whole,
    'look/foot.liquid': "<footer>{% render 'mine' %}</footer>",
    'look/mine.liquid': whole,
    'look/item.liquid': `<li>item ${says}</li>`,
    'look/player.liquid': `<p>player ${says}</p>`,
    'look/recent.liquid': `<p>recent ${says}</p>{% render 'item', episode: recent[0] %}`,
  })
  const show = '[show  Harbour Notes https://show.example/]'
  expect(page('index.html').split(show)).toHaveLength(3)
  expect(page('index.html')).toContain('item [Harbour Notes ]')
  for (const [path, title] of [
    ['001', 'The lighthouse keeper'],
    ['002', 'Tide tables'],
  ]) {
    const html = page(`${path}/index.html`)
    const self = `[episode ../ ${title} · Harbour Notes https://show.example/${path}/]`
    expect(html.split(self)).toHaveLength(3)
    for (const name of ['item', 'player', 'recent']) expect(html).toContain(`${name} [Harbour Notes ../]`)
  }
})

describe('words of one’s own', () => {
  test('have places for the values that ours have', () => {
    const placesOf = (text: string) => new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name))
    for (const { text } of [en, de, fr])
      for (const name of phrases) expect(placesOf(text[name])).toEqual(new Set(placesIn[name]))
  })

  test('are all used by our pages, and documented with what they are in English', () => {
    const folder = join(root, 'src/website')
    const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.parentPath.endsWith('messages'))
      .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n')
    for (const name of phrases)
      expect(texts).toMatch(new RegExp(`'${name}' \\| t|\\btext\\.${name}\\b|words\\.${name}\\b`))
    const documented = readFileSync(join(root, 'docs/theming.md'), 'utf8')
    const table = documented.slice(documented.indexOf('| name | in English |'))
    const rows = Array.from(table.matchAll(/^\| `(\w+)` \| (.*) \|$/gm), ([, name, words]) => [name, words])
    expect(rows).toEqual(phrases.map(name => [name, en.text[name]]))
  })

  test('take the place of ours, in dates too', async () => {
    const { page } = await pagesOf({
      'show.md': showWithPages({
        language: 'nl',
        messages: JSON.stringify({
          published: 'Uitgezonden op {date}',
          longDate: 'D [van] MMMM YYYY',
          shortDate: 'DD-MM-YYYY',
          months: [
            'januari',
            'februari',
            'maart',
            'april',
            'mei',
            'juni',
            'juli',
            'augustus',
            'september',
            'oktober',
            'november',
            'december',
          ],
          recent: 'Nieuw bij <{show}>',
        }),
      }),
    })
    expect(page('001/index.html')).toContain('>Uitgezonden op 5 van januari 2026<')
    expect(page('001/index.html')).toContain('Nieuw bij &lt;Harbour Notes&gt;')
    expect(page('index.html')).toContain('>05-01-2026<')
    // What is not said is said in English.
    expect(page('index.html')).toContain('Listen and subscribe')
  })

  test.each([
    ['[a]', '`messages` is a list, but has to be a map of keys, so it cannot be used'],
    ['{ roles: [a] }', '`roles` is a list, but has to be a map of keys, so it cannot be used'],
    ['{ copy: [a] }', '`copy` is a list, but has to be text, so it cannot be used'],
    ['{ copy: "\\u200b" }', '`copy` is empty (or holds only invisible characters), so it is left out'],
  ])('%s is told, and no word of it is about the feed', async (messages, message) => {
    const { diagnostics } = await runShow({ ...goodShow(), 'show.md': showWithPages({ messages }) })
    expect(diagnostics.map(one => one.message)).toEqual([message])
    expect(diagnostics[0]!.help).not.toContain('feed')
  })

  test.each([
    ['{ copie: Kopieer }', 'copie'],
    ['{ months: [jan, feb] }', '`months` has 2 entries, but has to have 12: the names of the months'],
    ['{ shortMonths: [jan] }', '`shortMonths` has 1 entry, but has to have 12'],
    ['{ longDate: "MMMM YYYY" }', '`longDate` is "MMMM YYYY", which does not say where day, month and year'],
    ['{ published: "Uitgezonden op {datum}" }', 'nothing takes the place of `{datum}`'],
    ['{ copy: "Kopieer {feed}" }', 'nothing takes the place of `{feed}`'],
    [`{ copy: ${'x'.repeat(501)} }`, '500 characters'],
  ])('%s is told', async (messages, message) => {
    const { diagnostics } = await runShow({ ...goodShow(), 'show.md': showWithPages({ messages }) })
    expect(diagnostics.map(one => one.message).join()).toContain(message)
  })
})
