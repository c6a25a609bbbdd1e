import type { CompletedCommand } from './words.ts'

/** https://fishshell.com/docs/current/completions.html */
export const fish = (name: string, commands: readonly CompletedCommand[]): string => {
  const [, ...others] = commands
  const lines = commands.flatMap(command => [
    ...(command.name === ''
      ? []
      : [`complete -c ${name} -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.says)}`]),
    ...linesOf(name, command),
  ])
  lines.push(`complete -c ${name} -l help -s h -d 'print this help'`)
  const known = others.map(command => command.name).join(' ')
  return `# fish completion of ${name}; for this shell: ${name} completion fish | source
# The commands are: ${known}
${lines.join('\n')}
`
}

const linesOf = (name: string, { name: command, options, values }: CompletedCommand): readonly string[] => {
  const where = command === '' ? '__fish_use_subcommand' : `'__fish_seen_subcommand_from ${command}'`
  const begin = `complete -c ${name} -n ${where}`
  return [
    ...options.map(({ long, short, says, takesValue, values }) =>
      [
        begin,
        `-l ${long.replace(/^--/, '')}`,
        ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
        ...(takesValue ? [values.length > 0 ? `-x -a ${quoted(values.join(' '))}` : '-r'] : []),
        `-d ${quoted(says)}`,
      ].join(' '),
    ),
    ...(values.length > 0 ? [`${begin} -f -a ${quoted(values.join(' '))}`] : []),
  ]
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
