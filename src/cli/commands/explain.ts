import type { CommandDefinition } from './command.ts'

const examples = `
Examples:
  $ build-feed explain                      every rule, one line each
  $ build-feed explain front-matter         those of one family
  $ build-feed explain date/no-zone         why, who asks, and the right form
`

export const explain: CommandDefinition = {
  name: 'explain',
  synonyms: ['describe', 'rule', 'rules', 'why'],
  define: (program, start) => {
    program
      .command('explain')
      .description('Explains a rule: why, who asks for it, a bad and a good example.')
      .argument('[rule]', 'the id that a message ends or begins with, such as date/no-zone')
      .addHelpText('after', examples)
      .action((rule: string | undefined) =>
        start(async io => (await import('../run-explain.ts')).runExplain(rule, io)),
      )
  },
}
