import { map, shortOr } from '../schema/shape.ts'
import { flag, type Read, scalar } from '../schema/value.ts'
import { field } from '../table/field.ts'
import {
  type ThemeKey,
  type ThemeValues,
  type ThemeVariable,
  themeVariables,
} from '../vocabulary/theme-variables.ts'
import { themeValueProblem } from './theme-value.ts'

export type { ThemeValues } from '../vocabulary/theme-variables.ts'

/** What is changed of the look of the pages. */
export interface Theme extends ThemeValues {
  /** Of the show folder: it comes after our own. */
  readonly stylesheet?: string
  /** Of the show folder: its files take the place of ours. */
  readonly folder?: string
  /** Where a device is set to dark. */
  readonly dark?: ThemeValues
}

const file = (help: string) =>
  scalar((written): Read<string> => ({ value: written.replace(/\/+$/, '') }), { examples: [help] })

const cssValue = (variable: ThemeVariable) =>
  scalar(
    (written): Read<string> => {
      const refusal = themeValueProblem(variable, written)
      return refusal === undefined ? { value: written } : { refusal }
    },
    { type: ['string', 'number'], description: variable.says },
  ).optional()

type Values = { readonly [Key in ThemeKey]: ReturnType<typeof cssValue> }

const values = (isColour?: true): Values =>
  Object.fromEntries(
    themeVariables
      .filter(variable => !isColour || 'isColour' in variable)
      .map(variable => [variable.key, cssValue(variable)]),
  ) as Values

export const theme = field({
  key: 'theme',
  on: {
    show: {
      says: 'How the pages look: colours and fonts, a stylesheet of the show folder, or a folder whose files take the place of ours (docs/theming.md).',
      example: { accent: '#8a2be2', fontTitle: 'Georgia, serif', dark: { accent: '#c9a0f0' } },
      synonyms: ['style', 'stylesheet', 'skin', 'appearance', 'colours', 'colors'],
    },
  },
  form: () =>
    shortOr<Theme>(
      written => ({
        value: /\.css$/i.test(written) ? { stylesheet: written } : { folder: written.replace(/\/+$/, '') },
      }),
      map({
        folder: file('look')
          .meta({ description: 'A folder of the show folder: templates, a `style.css`, fonts, pictures.' })
          .optional(),
        stylesheet: file('brand.css')
          .meta({ description: 'A stylesheet of the show folder, which comes after the one of the pages.' })
          .optional(),
        ...values(),
        dark: map(values(true))
          .meta({ description: 'The same for devices that are set to dark.' })
          .optional(),
      }),
    ),
  inFeed: [],
})

export const themeScripts = field({
  key: 'themeScripts',
  on: {
    show: {
      says: 'Whether scripts of the `theme` folder become part of the pages. Say so only of a theme that you trust: a script reads and changes all of your site.',
      example: true,
      synonyms: ['themejs'],
    },
  },
  form: flag,
  inFeed: [],
})
