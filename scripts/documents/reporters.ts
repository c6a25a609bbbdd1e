import { reporters } from '../../src/report/index.ts'

/** For the README. */
export const reportersTable = (): string => {
  const rows = reporters.map(({ name, describes, goesTo }) => `| \`${name}\` | ${describes} | ${goesTo} |`)
  return ['| `--reporter` | prints | to |', '|---|---|---|', ...rows, ''].join('\n')
}

/** What action.yml says of its input; the comment that follows is where the part ends. */
export const reportersOfAction = (): string => {
  const names = reporters.map(({ name }) => name)
  return `    description: ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.\n    # `
}
