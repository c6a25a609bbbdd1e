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
    `${style.severity[usualSeverity(rule)](`${usualSeverity(rule)}[${rule.id}]`)} ${style.bold(rule.title)}`,
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
    ...members.map(
      rule =>
        `  ${rule.id.padEnd(width)}  ${style.severity[usualSeverity(rule)](usualSeverity(rule).padEnd('warning'.length))}  ${rule.title}`,
    ),
    '',
  ])
  return `${[...families, `${counted(rules.length, 'rule')}. \`${ours('explain <rule>')}\` says why, who asks, and shows the right form.`].join('\n')}\n`
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
