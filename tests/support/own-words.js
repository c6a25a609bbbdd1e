// Preloaded by tests/nodes.test.ts: keeps what the program itself writes to stderr. What else arrives there, Node has said.
import { appendFileSync, writeSync } from 'node:fs'
import { format } from 'node:util'

const write = process.stderr.write
process.stderr.write = function (text, ...rest) {
  appendFileSync(process.env.OWN_WORDS, text)
  return write.call(this, text, ...rest)
}

// Node warns by way of the console, and the program has none.
console.error = console.warn = (...words) => writeSync(2, `${format(...words)}\n`)
