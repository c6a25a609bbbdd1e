import { writtenPath } from '../../../schema/path.ts'
import {
  onAccentInDark,
  type ThemeKey,
  type ThemeValues,
  type ThemeVariable,
  themeVariables,
} from '../../../vocabulary/theme-variables.ts'
import type { Evidence, Found, Rule } from '../../evidence.ts'
import { contrastOf, readableOn } from './contrast-of.ts'

/** https://www.w3.org/TR/WCAG22/#contrast-minimum */
const LEAST = 4.5

/** Text, and what it stands on. */
const PAIRS: readonly (readonly [ThemeKey, ThemeKey])[] = [
  ['text', 'background'],
  ['text', 'surface'],
  ['muted', 'background'],
  ['muted', 'surface'],
  ['accent', 'background'],
  ['accent', 'surface'],
  ['onAccent', 'accent'],
  ['onMark', 'mark'],
]

type Scheme = 'light' | 'dark'

const rule: Rule = {
  id: 'website/contrast',
  always: 'noticed',
  inFeeds: 'no element',
  looksAt: ['theme'],
  title: 'The text of the pages can be read on what is behind it',
  why: 'Many people cannot read text that is almost as light or as dark as its background, and nobody can in the sun. The guidelines for the web ask for a contrast of 4.5 to 1.',
  specs: ['https://www.w3.org/TR/WCAG22/#contrast-minimum'],
  example: {
    bad: { 'show.md': 'website: true\ntheme: { muted: "#a0a0a0" }' },
    good: { 'show.md': 'website: true\ntheme: { muted: "#666666" }' },
  },
  *check(evidence) {
    if (evidence.pages === undefined) return
    for (const scheme of ['light', 'dark'] as const) yield* inScheme(scheme, evidence)
  },
}
export default rule

function* inScheme(scheme: Scheme, { entry, project }: Evidence): Iterable<Found> {
  const { theme = {} } = entry.meta
  const written: ThemeValues = scheme === 'light' ? theme : (theme.dark ?? {})
  const isOurs = project.theme?.style === undefined && project.theme?.stylesheet === undefined
  const known = { ...(isOurs ? oursIn(scheme, theme) : {}), ...written }
  const told = new Set<ThemeKey>()
  for (const [text, behind] of PAIRS) {
    const [colour, ground] = [known[text], known[behind]]
    if (colour === undefined || ground === undefined) continue
    // Of two colours the text is to blame, if the show has chosen it. Each is told of once.
    const key = written[text] === undefined ? behind : text
    if (written[key] === undefined || told.has(key)) continue
    const found = contrastOf(colour, ground)
    if (found === undefined || found >= LEAST) continue
    told.add(key)
    yield {
      place: entry.at(writtenPath(entry.raw, ['theme', ...(scheme === 'dark' ? ['dark'] : []), key])),
      message: `\`${text}\` (${colour}) on \`${behind}\` (${ground}) has a contrast of ${shown(found)} to 1 on devices set to ${scheme}: less than the ${LEAST} that text needs to be read`,
      help: helpFor(key, { text, behind, readable: readableIn(known, text) }),
    }
  }
}

/** Of the colours that go with it: on all of them, else at least on those that are behind it. */
const readableIn = (known: ThemeValues, text: ThemeKey): string | undefined => {
  const coloursOf = (keys: readonly ThemeKey[]): readonly string[] =>
    keys.map(key => known[key]).filter(value => value !== undefined)
  const behind = coloursOf(PAIRS.filter(([one]) => one === text).map(([, ground]) => ground))
  const onIt = coloursOf(PAIRS.filter(([, ground]) => ground === text).map(([one]) => one))
  const colour = known[text] ?? ''
  return readableOn(colour, [...behind, ...onIt], LEAST) ?? readableOn(colour, behind, LEAST)
}

interface Advice {
  readonly text: ThemeKey
  readonly behind: ThemeKey
  /** Undefined where only what is behind can be another. */
  readonly readable: string | undefined
}

const helpFor = (key: ThemeKey, { text, behind, readable }: Advice): string => {
  if (readable === undefined)
    return `Choose another \`${behind}\`: no shade of \`${text}\` can be read on all that is behind it.`
  const line = `\`${text}: "${readable}"\``
  return key === text
    ? `Write ${line}, or choose another \`${behind}\`.`
    : `Choose another \`${behind}\`, or write ${line}, which can be read on it.`
}

/** What holds where the show says nothing. Of its accent without one for the dark a lighter one is made, with text to go with it. */
const oursIn = (scheme: Scheme, { accent }: ThemeValues): ThemeValues => {
  const variables: readonly ThemeVariable[] = themeVariables
  const all: ThemeValues = Object.fromEntries(
    variables.flatMap(({ key, [scheme]: value }) => (value === undefined ? [] : [[key, value]])),
  )
  if (scheme === 'light' || accent === undefined) return all
  const { accent: _, ...others } = all
  return { ...others, onAccent: onAccentInDark }
}

/** Never rounded up to what would do. */
const shown = (ratio: number): string => `${Math.floor(ratio * 100) / 100}`
