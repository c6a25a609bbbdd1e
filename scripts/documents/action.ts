/** The inputs and the outputs of the action, as action.yml describes them. */

import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

interface Described {
  readonly description: string
  readonly default?: string
}

type Part = 'inputs' | 'outputs'

const described = (part: Part): readonly (readonly [string, Described])[] =>
  Object.entries((parse(readFileSync('action.yml', 'utf8')) as Record<Part, Record<string, Described>>)[part])

const cell = (text: string): string => text.replaceAll('|', '\\|')

export const actionInputs = (): string =>
  [
    '| input | is | default |',
    '|---|---|---|',
    ...described('inputs').map(
      ([name, { description, default: usual }]) =>
        `| \`${name}\` | ${cell(description)} | ${usual ? `\`${usual}\`` : ''} |`,
    ),
    '',
  ].join('\n')

export const actionOutputs = (): string =>
  [
    '| output | is |',
    '|---|---|',
    ...described('outputs').map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`),
    '',
  ].join('\n')
