import type { CommandDefinition } from './command.ts'

const examples = `
Examples:
  $ build-feed schema episode > episode.schema.json
  $ build-feed schema show > show.schema.json
`

export const schema: CommandDefinition = {
  name: 'schema',
  define: (program, start) => {
    program
      .command('schema')
      .description('Prints the JSON Schema of the front matter, for editors that complete and check it.')
      .argument('<kind>', 'show (of show.md) or episode')
      .addHelpText('after', examples)
      .action((kind: string) => start(async io => (await import('../run-schema.ts')).runSchema(kind, io)))
  },
}
