/** What a reading of XML gives. */

import type { TextPosition } from './positions.ts'

/** `uri` is empty where there is no namespace, and where the prefix was never declared. */
export interface XmlName {
  readonly prefix: string
  readonly local: string
  readonly uri: string
}

export interface XmlAttribute extends TextPosition {
  readonly name: XmlName
  readonly value: string
  /** Where the raw value stands, without its quotes. */
  readonly valueStart: number
  readonly valueEnd: number
}

export interface XmlElement extends TextPosition {
  readonly name: XmlName
  /** As written, the `xmlns` ones included. */
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[]
  /** All character data directly inside, CDATA sections included, not that of the children. */
  readonly text: string
  /** Some of the text stands in a CDATA section. */
  readonly cdata: boolean
  /** Between the tags: `source.slice(innerStart, innerEnd)`. */
  readonly innerStart: number
  readonly innerEnd: number
}

export type XmlProblemKind =
  | 'byte-order-mark'
  /** White space or blank lines in front of the XML declaration. */
  | 'space-before-declaration'
  | 'no-declaration'
  /** Never processed: what it declares is not known. */
  | 'doctype'
  | 'bare-ampersand'
  | 'undefined-entity'
  | 'undeclared-prefix'
  | 'forbidden-character'
  | 'duplicate-attribute'
  | 'mismatched-tag'
  | 'unclosed-element'
  | 'text-outside-root'
  | 'no-root'
  | 'not-well-formed'
  /** The four limits: reading stopped there. */
  | 'too-large'
  | 'too-deep'
  | 'too-many-nodes'
  | 'too-many-problems'

export interface XmlProblem extends TextPosition {
  readonly kind: XmlProblemKind
  /** The entity, prefix, attribute or element that it is about; for `not-well-formed` the parser's own words. */
  readonly detail?: string
}

export interface XmlDocument {
  /** Undefined when there is none. With problems: as much of it as could be read. */
  readonly root: XmlElement | undefined
  readonly declaration?: {
    readonly version?: string
    readonly encoding?: string
    readonly standalone?: string
  }
  /** In the order of the text; the first 200. */
  readonly problems: readonly XmlProblem[]
}

/** A document with one of these is still well-formed. */
const HARMLESS: readonly XmlProblemKind[] = ['byte-order-mark', 'no-declaration', 'doctype']

export const isWellFormed = ({ problems }: XmlDocument): boolean =>
  problems.every(({ kind }) => HARMLESS.includes(kind))

/** The value of an attribute; without a namespace unless one is named. */
export const attributeOf = (element: XmlElement, local: string, uri = ''): string | undefined =>
  element.attributes.find(({ name }) => name.local === local && name.uri === uri)?.value
