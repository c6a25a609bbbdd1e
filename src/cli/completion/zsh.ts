import type { CompletedCommand, CompletedOption } from './words.ts'

/** https://zsh.sourceforge.io/Doc/Release/Completion-System.html#Completion-Functions */
export const zsh = (name: string, commands: readonly CompletedCommand[]): string => {
  const [program, ...others] = commands
  const own = `_${name.replaceAll('-', '_')}`
  return `#compdef ${name}
# zsh completion of ${name}; for this shell: source <(${name} completion zsh)
${own}() {
  local -a commands
  commands=(
${others.map(command => `    ${quoted(`${command.name}:${command.says}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe command commands
    _files
    return
  fi
  case $words[2] in
${others.map(command => `    ${command.name})\n${argumentsOf(command)}\n      ;;`).join('\n')}
    *)
${argumentsOf(program!)}
      ;;
  esac
}
if [[ $funcstack[1] == ${own} ]]; then
  ${own} "$@"
else
  compdef ${own} ${name}
fi
`
}

const argumentsOf = ({ options, values }: CompletedCommand): string => {
  const rest = values.length > 0 ? quoted(`*:value:(${values.join(' ')})`) : "'*:file:_files'"
  const lines = [...options.map(specOf), "'(-h --help)'{-h,--help}'[print this help]'", rest]
  return `      _arguments \\\n${lines.map(line => `        ${line}`).join(' \\\n')}`
}

const specOf = ({ long, short, says, takesValue, values }: CompletedOption): string => {
  const value = !takesValue ? '' : values.length > 0 ? `:value:(${values.join(' ')})` : ':value:_files'
  const text = quoted(`[${says.replace(/[[\]:\\]/g, '\\$&')}]${value}`)
  return short === undefined ? `${long}${text}` : `{${short},${long}}${text}`
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
