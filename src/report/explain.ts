import type { Example, RuleWords } from '../diagnostic.ts'
import { rulesReadOn, usualSeverity } from '../targets.ts'
import { ours } from '../units/shell.ts'
import { visible } from './cells.ts'
import { type Paint, paint } from './colour.ts'
import { counted } from './counts.ts'
import { shownExample } from './example.ts'
import { whoAsks } from './parties.ts'
import { wrap } from './wrap.ts'

export interface ExplainOptions {
  /** ANSI colours. */
  readonly colour: boolean
  /** Terminal columns. */
  readonly width: number
}

/** All that there is to say about one rule. */
export const explain = (rule: RuleWords, options: ExplainOptions): string => {
  const style = paint(options.colour)
  const width = Math.min(options.width, 100)
  const asks = whoAsks(rule)
  return [
    ...titleLines(rule, style, width),
    '',
    ...wrap(rule.why, width),
    '',
    ...wrap(
      asks === '' ? 'build-feed itself asks for this, from experience.' : `${asks} (as of ${rulesReadOn}).`,
      width,
    ),
    ...rule.specs.map(spec => `  ${style.faint(spec)}`),
    '',
    ...part('Bad', rule.example.bad, style),
    ...part('Good', rule.example.good, style),
  ]
    .join('\n')
    .concat('\n')
}

const titleLines = (rule: RuleWords, style: Paint, width: number): readonly string[] => {
  const label = `${usualSeverity(rule)}[${rule.id}]`
  const [first = '', ...more] = wrap(rule.title, width - 2, label.length - 1)
  return [
    `${style.severity[usualSeverity(rule)](label)} ${style.bold(first)}`,
    ...more.map(line => `  ${style.bold(line)}`),
  ]
}

const part = (title: string, example: Example, style: Paint): readonly string[] => [
  style.bold(`${title}:`),
  ...shownExample(example).flatMap(({ file, note, lines }) => [
    `  ${[...(file === undefined ? [] : [file]), ...(note === undefined ? [] : [style.faint(`(${note})`)])].join('  ')}`,
    ...(lines ?? []).map(line => `    ${visible(line.replaceAll('\t', '    '))}`.trimEnd()),
  ]),
  '',
]

/** A line per rule, by family. */
export const listRules = (rules: readonly RuleWords[], options: ExplainOptions): string => {
  const style = paint(options.colour)
  const width = Math.max(...rules.map(rule => rule.id.length))
  const families = familiesOf(rules).flatMap(([family, members]) => [
    style.bold(family),
    ...members.flatMap(rule => listLines(rule, width, style, options.width)),
    '',
  ])
  const closing = `${counted(rules.length, 'rule')}. \`${ours('explain <rule>')}\` says why, who asks, and shows the right form.`
  return `${[...families, ...wrap(closing, options.width)].join('\n')}\n`
}

/** Where the title has no room beside the id, it is below. */
const listLines = (rule: RuleWords, width: number, style: Paint, columns: number): readonly string[] => {
  const severity = usualSeverity(rule)
  const label = style.severity[severity](severity.padEnd('warning'.length))
  const room = columns - width - 'warning'.length - 6
  if (rule.title.length <= room) return [`  ${rule.id.padEnd(width)}  ${label}  ${rule.title}`]
  return [
    `  ${rule.id.padEnd(width)}  ${label}`.trimEnd(),
    ...wrap(rule.title, columns - 6).map(line => `      ${line}`),
  ]
}

/** In the order in which they first occur. */
export const familiesOf = (
  rules: readonly RuleWords[],
): readonly (readonly [family: string, members: readonly RuleWords[]])[] => {
  const families = new Map<string, RuleWords[]>()
  for (const rule of rules) {
    const family = rule.id.split('/')[0]!
    families.set(family, [...(families.get(family) ?? []), rule])
  }
  return [...families]
}
