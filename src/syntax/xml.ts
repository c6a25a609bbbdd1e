/**
 * The only door to saxes. It judges well-formedness strictly and still gives what could be read.
 * XML 1.0: https://www.w3.org/TR/xml/; namespaces: https://www.w3.org/TR/xml-names/
 */

import { SaxesParser, type SaxesTagNS } from 'saxes'
import { xmlCharacters, xmlLevels, xmlNodes, xmlProblems, xmlProblemsKept } from '../limits.ts'
import { positionsIn, type TextPosition } from './positions.ts'
import { stepOverCdata } from './quick-cdata.ts'
import type {
  XmlAttribute,
  XmlDocument,
  XmlElement,
  XmlName,
  XmlProblem,
  XmlProblemKind,
} from './xml-document.ts'
import { ENTITY_NAME, type Masked, maskReferences } from './xml-references.ts'

export * from './xml-document.ts'

/** Reads a document of up to 64 M characters, a million elements and attributes, and 200 levels. Knows no entities but the five of XML and the numeric ones. */
export function parseXml(text: string): XmlDocument {
  if (text.length > xmlCharacters) {
    return { root: undefined, problems: [{ kind: 'too-large', offset: 0, line: 1, column: 1 }] }
  }
  return new Reader(text, positionsIn(text)).read()
}

interface OpenElement {
  readonly rawName: string
  readonly offset: number
  readonly children: XmlElement[]
  readonly parts: string[]
  attributes: readonly XmlAttribute[]
  name: XmlName
  innerStart: number
  cdata: boolean
}

interface RawAttribute {
  readonly name: string
  readonly value: string
  /** Just behind it. */
  readonly end: number
}

const UNDECLARED = 'undeclared:'
const DECLARATION_AHEAD = /^(\ufeff?)(\s*)(?=<\?xml\s)/

/** The state of one pass through a text. */
class Reader {
  readonly #text: string
  readonly #positionAt: (offset: number) => TextPosition
  readonly #masked: Masked
  readonly #parser: SaxesParser<{ xmlns: true }>
  readonly #problems: XmlProblem[] = []
  readonly #undeclared = new Set<string>()
  readonly #open: OpenElement[] = []
  readonly #stop = new Error('A limit was reached')
  #start = 0
  #root: XmlElement | undefined
  #declaration: XmlDocument['declaration']
  #attributes: RawAttribute[] = []
  #nodes = 0
  #failures = 0
  readonly #names = new Map<string, XmlName>()
  /** How far masked references have been reported. */
  #reported = 0

  constructor(text: string, positionAt: (offset: number) => TextPosition) {
    this.#text = text
    this.#positionAt = positionAt
    this.#masked = maskReferences(text)
    this.#parser = new SaxesParser({
      xmlns: true,
      resolvePrefix: (prefix: string) => this.#undeclaredPrefix(prefix),
    })
    stepOverCdata(this.#parser)
  }

  read(): XmlDocument {
    this.#listen()
    this.#skipToDeclaration()
    this.#run()
    this.#closeAll()
    if (!this.#declaration && this.#root) this.#add('no-declaration', 0)
    const problems = this.#problems.sort((a, b) => a.offset - b.offset)
    return { root: this.#root, problems, ...(this.#declaration ? { declaration: this.#declaration } : {}) }
  }

  #run(): void {
    try {
      this.#parser.write(this.#masked.source.slice(this.#start))
      this.#parser.close()
    } catch (error) {
      // Besides our own stop, saxes throws on what it holds to be impossible.
      if (error !== this.#stop) this.#add('not-well-formed', this.#here())
    }
  }

  /** saxes takes a declaration only as the very first thing; a reader of feeds must forgive what stands before it. */
  #skipToDeclaration(): void {
    const [, mark = '', space = ''] = DECLARATION_AHEAD.exec(this.#text) ?? [
      '',
      this.#text[0] === '\ufeff' ? '\ufeff' : '',
    ]
    this.#start = mark.length + space.length
    if (mark) this.#report('byte-order-mark', 0)
    if (space) this.#report('space-before-declaration', mark.length)
  }

  #listen(): void {
    const parser = this.#parser
    parser.on('error', ({ message }) => this.#onError(message.replace(/^\d+:\d+: /, '')))
    parser.on('xmldecl', found => {
      const stated = Object.entries(found).filter(([, value]) => value !== undefined)
      this.#declaration = Object.fromEntries(stated)
    })
    parser.on('doctype', () => this.#report('doctype', this.#text.lastIndexOf('<!DOCTYPE', this.#here())))
    parser.on('opentagstart', ({ name }) => this.#onTagName(name))
    parser.on('attribute', ({ name, value }) => this.#onAttribute(name, value))
    parser.on('opentag', tag => this.#onTag(tag))
    parser.on('text', value => this.#onText(value))
    parser.on('cdata', value => this.#onCdata(value))
    parser.on('comment', () => {
      this.#reported = this.#here()
    })
    parser.on('closetag', ({ isSelfClosing }) => {
      const element = this.#open.pop()
      if (element) this.#close(element, isSelfClosing ? element.innerStart : this.#tagStart())
    })
  }

  #onTagName(rawName: string): void {
    this.#count()
    if (this.#open.length >= xmlLevels) this.#halt('too-deep')
    const offset = this.#tagStart()
    const name = { prefix: '', local: rawName, uri: '' }
    this.#attributes = []
    this.#open.push({
      rawName,
      offset,
      children: [],
      parts: [],
      attributes: [],
      name,
      innerStart: offset,
      cdata: false,
    })
  }

  #onAttribute(name: string, value: string): void {
    this.#count()
    this.#reportMasked(value)
    this.#attributes.push({ name, value: this.#masked.unmask(value), end: this.#here() })
  }

  #onTag(tag: SaxesTagNS): void {
    const element = this.#open.at(-1)!
    element.name = this.#nameOf(tag)
    element.attributes = this.#attributes.map(raw =>
      this.#attribute(raw, tag.attributes[raw.name]?.uri ?? ''),
    )
    element.innerStart = this.#here()
  }

  #onText(value: string): void {
    this.#reportMasked(value)
    this.#open.at(-1)?.parts.push(this.#masked.unmask(value))
  }

  #onCdata(value: string): void {
    this.#reported = this.#here()
    const element = this.#open.at(-1)
    if (!element) return
    element.parts.push(value)
    element.cdata = true
  }

  #onError(words: string): void {
    const unclosed = words.startsWith('unclosed tag: ') ? this.#open.pop() : undefined
    if (unclosed) {
      this.#report('unclosed-element', unclosed.offset, unclosed.rawName)
      this.#close(unclosed, this.#here())
    } else {
      this.#report(...this.#problemOf(words))
    }
  }

  #problemOf(words: string): [XmlProblemKind, number, string?] {
    const offset = Math.max(this.#start, this.#here() - 1)
    const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'not-well-formed'
    const [, subject] = SUBJECT.exec(words) ?? []
    if (kind === 'duplicate-attribute') return this.#duplicate(subject ?? '')
    if (kind === 'not-well-formed') return [kind, offset, words.replace(/\.$/, '')]
    if (kind !== 'forbidden-character')
      return subject === undefined ? [kind, offset] : [kind, offset, subject]
    if (words.includes('entity')) {
      const from = this.#text.lastIndexOf('&', offset)
      return [kind, from, this.#text.slice(from, offset + 1)]
    }
    const code = this.#text.charCodeAt(offset)
    if (code === 0x3c) return ['not-well-formed', offset, '"<" in an attribute']
    return [kind, offset, `U+${code.toString(16).toUpperCase().padStart(4, '0')}`]
  }

  /** saxes gives the name as `{namespace}local`, and notices only at the end of the tag. */
  #duplicate(expandedName: string): [XmlProblemKind, number, string] {
    const local = expandedName.replace(/^\{.*\}/, '')
    const raw = this.#attributes.findLast(({ name }) => splitName(name).local === local)
    const offset = raw ? this.#attribute(raw, '').offset : this.#tagStart()
    return ['duplicate-attribute', offset, raw?.name ?? local]
  }

  #undeclaredPrefix(prefix: string): string | undefined {
    // It asks for the default namespace as well, which need not be declared.
    if (prefix === '') return undefined
    if (!this.#undeclared.has(prefix))
      this.#report('undeclared-prefix', this.#open.at(-1)?.offset ?? 0, prefix)
    this.#undeclared.add(prefix)
    return UNDECLARED + prefix
  }

  /** The references that were hidden from the parser in what it has just read as text. */
  #reportMasked(value: string): void {
    const { isMasked, source, mask } = this.#masked
    const end = this.#here()
    if (isMasked(value)) {
      for (
        let at = source.indexOf(mask, this.#reported);
        at >= 0 && at < end;
        at = source.indexOf(mask, at + 1)
      ) {
        const entity = ENTITY_NAME.exec(this.#text.slice(at, at + 80))?.[1]
        if (entity) this.#report('undefined-entity', at, entity)
        else this.#report('bare-ampersand', at)
      }
    }
    this.#reported = end
  }

  #close(element: OpenElement, innerEnd: number): void {
    const { name, attributes, children, cdata, offset, innerStart } = element
    const text = element.parts.join('')
    const { line, column } = this.#positionAt(offset)
    const closed = { name, attributes, children, text, cdata, offset, line, column, innerStart, innerEnd }
    const parent = this.#open.at(-1)
    if (parent) parent.children.push(closed)
    else this.#root ??= closed
  }

  /** What a stop has left open. */
  #closeAll(): void {
    for (let element = this.#open.pop(); element; element = this.#open.pop())
      this.#close(element, this.#here())
  }

  #attribute({ name: rawName, value, end }: RawAttribute, uri: string): XmlAttribute {
    const { source } = this.#masked
    const name = this.#nameOf({ ...splitName(rawName), uri })
    const valueEnd = end - 1
    const quote = source[valueEnd]
    if (quote !== '"' && quote !== "'") {
      return { name, value, ...this.#positionAt(valueEnd), valueStart: valueEnd, valueEnd }
    }
    const valueStart = source.lastIndexOf(quote, valueEnd - 1) + 1
    const offset = source.lastIndexOf(rawName, source.lastIndexOf('=', valueStart))
    return { name, value, ...this.#positionAt(offset), valueStart, valueEnd }
  }

  /** Of a hundred thousand elements the names are a few dozen: each is kept once. */
  #nameOf({ prefix, local, uri: found }: XmlName): XmlName {
    const uri = found.startsWith(UNDECLARED) ? '' : found
    const key = `${prefix}:${local} ${uri}`
    const name = this.#names.get(key) ?? { prefix, local, uri }
    this.#names.set(key, name)
    return name
  }

  /** Where the parser is: just behind what it has told of. */
  #here(): number {
    return Math.min(this.#start + this.#parser.position, this.#text.length)
  }

  #tagStart(): number {
    return this.#masked.source.lastIndexOf('<', this.#here() - 1)
  }

  #count(): void {
    this.#nodes += 1
    if (this.#nodes > xmlNodes) this.#halt('too-many-nodes')
  }

  #report(kind: XmlProblemKind, offset: number, detail?: string): void {
    this.#failures += 1
    if (this.#failures <= xmlProblemsKept) this.#add(kind, offset, detail)
    if (this.#failures > xmlProblems) this.#halt('too-many-problems')
  }

  #add(kind: XmlProblemKind, offset: number, detail?: string): void {
    this.#problems.push({ kind, ...this.#positionAt(offset), ...(detail === undefined ? {} : { detail }) })
  }

  #halt(kind: XmlProblemKind): never {
    this.#add(kind, this.#here())
    throw this.#stop
  }
}

function splitName(name: string): { prefix: string; local: string } {
  const colon = name.indexOf(':')
  return { prefix: name.slice(0, Math.max(0, colon)), local: name.slice(colon + 1) }
}

// ------------------------------------------------------------------------------------------ saxes' own words

const KINDS: readonly (readonly [RegExp, XmlProblemKind])[] = [
  [/^disallowed character\.$/, 'forbidden-character'],
  [/^malformed character entity/, 'forbidden-character'],
  [/^duplicate attribute/, 'duplicate-attribute'],
  [/^(?:unexpected close tag|unmatched closing tag|weird empty close tag)/, 'mismatched-tag'],
  [/^(?:text data outside|documents may contain only one root)/, 'text-outside-root'],
  [/^document must contain a root/, 'no-root'],
]

const SUBJECT = /^(?:duplicate attribute|unmatched closing tag): (.{1,80}?)\.?$/
