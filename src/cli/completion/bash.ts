import type { CompletedCommand } from './words.ts'

/** https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion-Builtins.html */
export const bash = (name: string, commands: readonly CompletedCommand[]): string => {
  const [program, ...others] = commands
  const names = others.map(command => command.name).join(' ')
  const own = `_${name.replaceAll('-', '_')}`
  const valued = new Map(
    commands.flatMap(({ options }) =>
      options.filter(({ values }) => values.length > 0).map(({ long, values }) => [long, values] as const),
    ),
  )
  const takers = unique(
    commands.flatMap(({ options }) =>
      options.flatMap(({ long, short, takesValue, values }) =>
        takesValue && values.length === 0 ? [long, ...(short === undefined ? [] : [short])] : [],
      ),
    ),
  )
  return `# bash completion of ${name}; for this shell: eval "$(${name} completion bash)"
${own}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command= word words=
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${others.map(command => command.name).join('|')}) command=$word; break ;;
    esac
  done
  case $previous in
${[...valued].map(([long, values]) => `    ${long}) COMPREPLY=($(compgen -W '${values.join(' ')}' -- "$current")); return ;;`).join('\n')}
    ${takers.join('|')}) return ;;
  esac
  if [[ $current == -* ]]; then
    case $command in
${others.map(command => `      ${command.name}) words='${optionsOf(command)}' ;;`).join('\n')}
      *) words='${optionsOf(program!)}' ;;
    esac
  else
    case $command in
      '') words='${names}' ;;
${others
  .filter(({ values }) => values.length > 0)
  .map(command => `      ${command.name}) words='${command.values.join(' ')}' ;;`)
  .join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F ${own} ${name}
`
}

const optionsOf = ({ options }: CompletedCommand): string =>
  [...options.map(({ long }) => long), '--help'].join(' ')

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)]
