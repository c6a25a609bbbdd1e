import type { Example, RuleWords } from '../diagnostic.ts'
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
    `${style.severity[rule.severity](`${rule.severity}[${rule.id}]`)} ${style.bold(rule.title)}`,
    '',
    ...wrap(rule.why, width),
    '',
    ...wrap(asks === '' ? 'build-feed itself asks for this, from experience.' : `${asks}.`, width),
    ...rule.specs.map(spec => `  ${style.faint(spec)}`),
    '',
    ...part('Not like this', rule.example.bad, style),
    ...part('But like this', rule.example.good, style),
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
      ({ id, severity, title }) =>
        `  ${id.padEnd(width)}  ${style.severity[severity](severity.padEnd('warning'.length))}  ${title}`,
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
