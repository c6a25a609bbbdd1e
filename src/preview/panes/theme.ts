/** The variables of the look as controls. What is tried here is seen at once, and stands in show.md when somebody says so. */

import type { Look } from '../../podcast.ts'
import { escapeAttribute, escapeText } from '../../units/escape-html.ts'
import { type ThemeVariable, themeVariables } from '../../vocabulary/theme-variables.ts'
import { websiteFiles } from '../../website/files.ts'
import type { Pane } from './pane.ts'

export const theme: Pane = {
  name: 'theme',
  heading: 'Theme',
  policy: "frame-src 'self'",
  body: ({ judged }) => {
    const look = judged.podcast?.website?.look
    if (look === undefined)
      return '<p>This is seen of a show without errors: <a href="/-/">Problems</a> has them.</p>'
    const usual = usualValues(look)
    const controls = themeVariables.flatMap(variable => {
      const isColour = 'isColour' in variable
      return [
        controlOf(variable, {
          scheme: isColour ? 'light' : undefined,
          value: look.values[variable.key],
          usual: usual.light,
        }),
        ...(isColour
          ? [controlOf(variable, { scheme: 'dark', value: look.dark[variable.key], usual: usual.dark })]
          : []),
      ]
    })
    return [
      '<div class="two">',
      '<form class="theme">',
      '<label>Shown and changed for devices set to <select name="scheme"><option value="light">light</option><option value="dark">dark</option></select></label>',
      ...controls,
      '<button type="submit" class="button">Write to show.md</button>',
      '</form>',
      '<iframe class="shown" src="/" title="The show"></iframe>',
      '</div>',
    ].join('\n')
  },
}

interface Control {
  /** Of which this is the value; undefined for both. */
  readonly scheme: 'light' | 'dark' | undefined
  readonly value: string | undefined
  readonly usual: ReadonlyMap<string, string>
}

const controlOf = (
  { key, css, says, isShadow }: ThemeVariable,
  { scheme, value = '', usual }: Control,
): string => {
  const isColour = scheme !== undefined && !isShadow
  const id = `${key}-${scheme ?? 'both'}`
  const without = usual.get(css) ?? ''
  return [
    `<div data-key="${key}" data-css="${css}" data-usual="${escapeAttribute(without)}"${scheme === undefined ? '' : ` data-scheme="${scheme}"`}>`,
    `<label for="${id}">${escapeText(key)} <span>${escapeText(says)}</span></label>`,
    `<span class="row">${isColour ? `<input type="color" aria-label="${escapeAttribute(`${key}: a colour`)}">` : ''}`,
    `<input id="${id}" type="text" value="${escapeAttribute(value)}" placeholder="${escapeAttribute(without)}" spellcheck="false" dir="ltr"></span></div>`,
  ].join('')
}

/** What holds where the show says nothing: of its stylesheet, or of ours. */
const usualValues = ({ style }: Look) => {
  const css = style?.text ?? websiteFiles.theme['style.css'] ?? ''
  const [light = '', ...others] = css.match(/:root\s*\{[^}]*\}/g) ?? []
  const dark =
    others.find(block =>
      css
        .slice(0, css.indexOf(block))
        .trimEnd()
        .match(/dark\)\s*\{\s*$/),
    ) ?? ''
  const valuesIn = (block: string) =>
    new Map([...block.matchAll(/(--[\w-]+):\s*([^;}]*)/g)].map(([, name, value]) => [name!, value!.trim()]))
  return { light: valuesIn(light), dark: new Map([...valuesIn(light), ...valuesIn(dark)]) }
}
