import { Context, Liquid } from 'liquidjs'
import { describe, expect, test } from 'vitest'
import { renderStraight } from '../../src/website/straight.ts'
import fc from '../support/property.ts'

/** A template in words that come up in themes: nested, with errors and with what the library alone understands. */
const template = fc.letrec<{ all: string; one: string; value: string; condition: string }>(tie => ({
  value: fc.oneof(
    fc.constantFrom(
      'a',
      'a.b',
      'a.b.c',
      'list',
      'list.size',
      'list.first',
      'list[1]',
      'a["b"]',
      'a[key]',
      'none.b',
      'asked.b',
      'made.b',
    ),
    fc.constantFrom(
      "'x<y'",
      '3',
      'true',
      'nil',
      'empty',
      'blank',
      '(1..3)',
      'forloop.index',
      'forloop.last',
      'html',
    ),
  ),
  condition: fc.oneof(
    tie('value'),
    fc
      .tuple(
        tie('value'),
        fc.constantFrom('==', '!=', '>', '<', '>=', '<=', 'contains', 'and', 'or'),
        tie('value'),
      )
      .map(parts => parts.join(' ')),
    fc.tuple(tie('value'), tie('condition')).map(([a, b]) => `${a} and ${b}`),
    tie('value').map(value => `not ${value}`),
    tie('value').map(value => `${value} | size`),
  ),
  one: fc.oneof(
    fc.constantFrom('text ', '<b>\n', '  '),
    tie('value').map(value => `{{ ${value} }}`),
    fc
      .tuple(
        tie('value'),
        fc.constantFrom(
          'raw',
          'upcase',
          'append: a.b',
          'default: "d"',
          'say: name: a.b',
          "join: ', '",
          'fails',
        ),
      )
      .map(([value, filter]) => `{{- ${value} | ${filter} }}`),
    fc
      .tuple(tie('condition'), tie('all'), tie('condition'), tie('all'))
      .map(([c, a, d, b]) => `{% if ${c} %}${a}{% elsif ${d} %}${b}{% else %}-{% endif %}`),
    fc.tuple(tie('value'), tie('all')).map(([of, all]) => `{% for one in ${of} %}${all}{% endfor %}`),
    fc.constantFrom('{% break %}', '{% continue %}', '{% assign a = list %}'),
    tie('value').map(value => `{% render 'part', a: ${value}, html: key %}`),
    fc.constantFrom(
      "{% render 'part', a %}",
      "{% render 'part' %}",
      "{% render 'part' with a.b as a %}",
      "{% render 'part' for list as a %}",
      "{% render 'none', a: a %}",
      "{% render 'wrong' %}",
      '{% render key, a: a %}',
    ),
    tie('all').map(all => `{% capture key %}${all}{% endcapture %}`),
    fc.tuple(tie('condition'), tie('all')).map(([c, all]) => `{% unless ${c} %}${all}{% endunless %}`),
  ),
  all: fc.array(tie('one'), { maxLength: 4 }).map(parts => parts.join('')),
})).all

const engine = (): Liquid => {
  const made = new Liquid({
    templates: { part: '[{{ a }}{{ html }}{% if a %}{{ a.b }}{% endif %}]{% break %}', wrong: '{% if %}' },
    ownPropertyOnly: true,
    outputEscape: 'escape',
    memoryLimit: 100_000,
  })
  made.registerFilter('say', (value: unknown, ...values: unknown[]) => JSON.stringify([value, values]))
  made.registerFilter('fails', () => {
    throw new Error('no such thing')
  })
  return made
}

/** The text or the mistake with its place, and the steps that were taken until then. */
const outcome = (liquid: Liquid, text: string, view: object, most: number) => {
  let steps = 0
  const check = (): void => {
    if (++steps > most) throw new Error('too many steps')
  }
  const context = new Context(
    view,
    liquid.options,
    { sync: true },
    { renderLimit: { check } as never, liquid },
  )
  try {
    const html = liquid.renderSync(liquid.parse(text, 'page'), context)
    // What is counted against the bound of memory is counted under a name that the types keep.
    return { html, steps, memory: (context.memoryLimit as unknown as { base: number }).base }
  } catch (error) {
    const { message, token } = error as Error & { token?: { getPosition?: () => readonly number[] } }
    return { message, place: token?.getPosition?.(), steps }
  }
}

const leaf = fc.oneof(fc.constantFrom('', 'b', '<i>', 0, 1, true, false, null, undefined), fc.string())
const list = fc.array(leaf, { maxLength: 3 })
const view = fc.record({
  a: fc.oneof(leaf, list, fc.record({ b: fc.oneof(leaf, list, fc.record({ c: leaf })), size: leaf })),
  list: fc.oneof(list, fc.array(fc.record({ b: leaf }), { maxLength: 3 })),
  key: fc.constantFrom('b', 'toString', 'constructor'),
  html: fc.constant('<b>&amp;</b>'),
  asked: fc.constant({ b: 'not what it says', toLiquid: () => ({ b: '<' }) }),
  made: fc.constant({ b: () => '<' }),
})

describe('rendered without generators', () => {
  test('a template comes to the same text or mistake, in as many steps', () => {
    const [theirs, ours] = [engine(), engine()]
    renderStraight(ours)
    const seen = { texts: 0, mistakes: 0 }
    fc.assert(
      fc.property(template, view, fc.constantFrom(20, 10_000), (text, data, most) => {
        const expected = outcome(theirs, text, data, most)
        expect(outcome(ours, text, data, most)).toEqual(expected)
        seen['html' in expected ? 'texts' : 'mistakes']++
      }),
      { numRuns: 3000 },
    )
    // Both are tried.
    expect(Math.min(seen.texts, seen.mistakes)).toBeGreaterThan(100)
  })

  test('most of a page is: a library whose values are called otherwise would be left to itself unnoticed', () => {
    const liquid = engine()
    renderStraight(liquid)
    const evaluated: string[] = []
    const context = new Context({ a: { b: '<' } }, liquid.options, { sync: true }, { liquid })
    const parsed = liquid.parse("{{ a.b }}{% if a.b == '<' and a %}yes{% endif %}")
    for (const template of parsed) {
      const { value, branches = [] } = template as unknown as {
        value?: { value: unknown }
        branches?: { value: { value: unknown } }[]
      }
      for (const one of [value, ...branches.map(branch => branch.value)])
        if (one) one.value = () => evaluated.push('by the library')
    }
    expect(liquid.renderSync(parsed, context)).toBe('&lt;yes')
    const tags = liquid.parse("{% render 'part', a: a.b %}{% if a %}!{% endif %}")
    for (const tag of tags) Object.assign(tag, { *render() {} })
    expect(liquid.renderSync(tags, context)).toBe('[&lt;]!')
    expect(evaluated).toEqual([])
  })
})
