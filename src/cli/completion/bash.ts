import type { CompletedCommand } from './words.ts'

/** https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion-Builtins.html */
export const bash = (name: string, commands: readonly CompletedCommand[]): string => {
  const [program, ...others] = commands
  const names = others.map(command => command.name).join(' ')
  const own = `_${name.replaceAll('-', '_')}`
  const given = valuedOptions(commands)
  return `# bash completion of ${name}; for this shell: eval "$(${name} completion bash)"
${own}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command= word words=
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${others.map(command => command.name).join('|')}) command=$word; break ;;
    esac
  done
  case "$command $previous" in
${[...given].map(([values, patterns]) => `    ${patterns.join('|')}) ${values === '' ? '' : `COMPREPLY=($(compgen -W '${values}' -- "$current")); `}return ;;`).join('\n')}
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

/** By the values that they take, none for any: the options that do, behind their command. One name may take others elsewhere. */
const valuedOptions = (commands: readonly CompletedCommand[]): ReadonlyMap<string, readonly string[]> => {
  const patterns = new Map<string, string[]>()
  for (const { name, options } of commands)
    for (const { long, short, takesValue, values } of options) {
      if (!takesValue) continue
      const key = values.join(' ')
      const names = short === undefined ? [long] : [long, short]
      patterns.set(key, [...(patterns.get(key) ?? []), ...names.map(one => `'${name} ${one}'`)])
    }
  return patterns
}
