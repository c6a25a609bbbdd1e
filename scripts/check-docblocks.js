// Says which public names of the library, and which properties of its options and results, have no words of their own.
// node scripts/check-docblocks.js
import { fileURLToPath } from 'node:url'
import ts from 'typescript-api'
import { programOf } from './public-types.js'

const file = fileURLToPath(new URL('../src/index.ts', import.meta.url))
const program = programOf(file)
const checker = program.getTypeChecker()
const module = checker.getSymbolAtLocation(program.getSourceFile(file))
const original = symbol => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol)
const hasWords = symbol => symbol.getDocumentationComment(checker).length > 0

const names = checker
  .getExportsOfModule(module)
  .map(symbol => ({ name: symbol.name, symbol: original(symbol) }))
const wanting = names.filter(({ symbol }) => !hasWords(symbol)).map(({ name }) => name)

// What a program writes has to be explained option by option.
const options = names
  .filter(({ name }) => /Options$/.test(name))
  .flatMap(({ name, symbol }) =>
    checker
      .getDeclaredTypeOfSymbol(symbol)
      .getProperties()
      .filter(property => !hasWords(property))
      .map(property => `${name}.${property.name}`),
  )
const all = [...wanting, ...options]
if (all.length > 0) {
  console.error(`without words: ${all.join(', ')}`)
  process.exitCode = 1
} else console.log(`${names.length} public names, all with their words`)
