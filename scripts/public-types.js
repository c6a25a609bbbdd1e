// What a show and an episode come to follows from the list of fields, through types that lead to zod. A package that has no
// dependencies cannot say it so: here the types are written out, as interfaces with the words of their properties.
import ts from 'typescript-api'

/** So many properties may stand on one line. */
const most = 3

/** A file of src/, and all that it leads to, as the checker of types sees it. */
export function programOf(file) {
  const { options } = ts.parseJsonConfigFileContent(
    { compilerOptions: { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true } },
    ts.sys,
    '.',
  )
  return ts.createProgram([file], {
    ...options,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2024.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
  })
}

/** The declarations of these exported types of a file, and of all that they are made of. */
export function declarationsOf(file, names) {
  const program = programOf(file)
  const checker = program.getTypeChecker()
  const written = new Map()

  const docOf = (symbol, indent) => {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim()
    return text === '' ? '' : `${indent}/** ${text.replaceAll('\n', `\n${indent} * `)} */\n`
  }

  const declare = (name, type) => {
    if (written.has(name)) return
    written.set(name, '')
    const members = checker.getPropertiesOfType(type).map(property => {
      const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0
      const of = checker.getTypeOfSymbol(property)
      return `${docOf(property, '  ')}  readonly ${keyOf(property.name)}${isOptional ? '?' : ''}: ${textOf(of, property.name)}\n`
    })
    written.set(name, `export interface ${name} {\n${members.join('')}}\n`)
  }

  const keyOf = name => (/^[\w$]+$/.test(name) ? name : JSON.stringify(name))

  /** `key`: of the property, after which a type without a name of its own is called. */
  const textOf = (type, key = '') => {
    if (type.isUnion()) return unionOf(type, key)
    if (checker.isArrayType(type)) {
      const [one] = checker.getTypeArguments(type)
      const inner = textOf(one, key)
      return `readonly ${/[|&]/.test(inner) ? `(${inner})` : inner}[]`
    }
    if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0)
      return checker.typeToString(type)
    // What is made by a type of types has no name of its own.
    const symbol = type.aliasTypeArguments ? undefined : (type.aliasSymbol ?? type.symbol)
    if (symbol && /^[A-Z]\w*$/.test(symbol.name)) {
      declare(symbol.name, type)
      return symbol.name
    }
    if (checker.getPropertiesOfType(type).length > most) {
      const name = `${key.charAt(0).toUpperCase()}${key.slice(1).replace(/s$/, '')}`
      declare(name, type)
      return name
    }
    const members = checker.getPropertiesOfType(type).map(property => {
      const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0
      return `readonly ${keyOf(property.name)}${isOptional ? '?' : ''}: ${textOf(checker.getTypeOfSymbol(property))}`
    })
    return `{ ${members.join('; ')} }`
  }

  /** Without the undefined of an optional property; true and false are a boolean. */
  const unionOf = (type, key) => {
    const parts = type.types.filter(one => (one.flags & ts.TypeFlags.Undefined) === 0)
    const isBoolean = parts.filter(one => (one.flags & ts.TypeFlags.BooleanLiteral) !== 0).length === 2
    const texts = parts
      .filter(one => !isBoolean || (one.flags & ts.TypeFlags.BooleanLiteral) === 0)
      .map(one => textOf(one, key))
    return [...new Set([...(isBoolean ? ['boolean'] : []), ...texts])].join(' | ')
  }

  const source = program.getSourceFile(file)
  const exported = new Map(
    checker.getExportsOfModule(checker.getSymbolAtLocation(source)).map(symbol => [symbol.name, symbol]),
  )
  for (const name of names) {
    const symbol = exported.get(name)
    if (symbol === undefined) throw new Error(`${file} exports no ${name}`)
    declare(
      name,
      checker.getDeclaredTypeOfSymbol(
        symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
      ),
    )
  }
  return [...written.values()].reverse().join('\n')
}
