/**
 * A field: one datum of a show or an episode, declared once. Its words, its form, what becomes of it, and its elements in the
 * feed. Everything else (schemas, the reader of feeds, documents, types) is derived: see table.ts.
 */

import type { Form } from '../schema/index.ts'
import type { Element } from './element.ts'
import type { Its } from './its.ts'
import type { Node, Said } from './said.ts'

/** `live`: a live item, which says what an item says as far as it is known yet. */
export type Owner = 'show' | 'episode' | 'live'

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }

/** What a person is told about a field, and what of theirs is it. */
export interface Words {
  /** A sentence or more. */
  readonly says: string
  /** In the form that most will want. */
  readonly example: Json
  /** The same, written out. */
  readonly long?: Json
  /** With everything that may be said. */
  readonly full?: Json
  readonly required?: true
  /** Not required, but a directory asks for it: a key that is nearly it is told as one that is missing. */
  readonly isAsked?: true
  /** It hides or ends the show, or sends its followers elsewhere: no key that is only somewhat like it is taken for it. */
  readonly isGrave?: true
  /** What other tools call it: lower case, without hyphens. */
  readonly synonyms?: readonly string[]
}

/** Nobody writes it: it is worked out, and a feed says it. */
export const made = 'made'

export interface Field<Key extends string, On extends Owner, W, M> {
  /** In front matter, and in `Show` and `Episode`. */
  readonly key: Key
  readonly on: { readonly [O in On]: Words | typeof made }
  /** Every form in which it may be written, short and long; all of them give the same. */
  readonly form: () => Form<W>
  /** Of several lines: else the texts in it are put on one. */
  readonly keepsLines?: true
  /** Without it there is no episode. */
  readonly vital?: true
  /**
   * What it is in the end: defaults, inheritance, what was measured. Without it, it only has a say in other fields. `ofShow`: what the
   * same field of the show came to, for those that take something over from it; declared with its type there.
   */
  resolve?(written: W | undefined, its: Its, ofShow: unknown): M
  /** The files of the show folder that it may name. Addresses may be among them. */
  names?(written: W): Iterable<Name>
  /** Texts in it that are Markdown. */
  markdown?(written: W): Iterable<string>
  /** The elements that say it. To read it, the first that says something counts. */
  readonly inFeed: readonly InFeed<NoInfer<Exclude<M, undefined>>>[]
}

export interface Name {
  readonly name: string
  /** Within the field. */
  readonly path: readonly (string | number)[]
  readonly kind: 'picture' | 'media' | 'audio' | 'artwork' | 'transcript'
}

/** A field of a list, in which there are fields of any kind: each was checked where it was declared. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyField<M = any, W = any> = Field<string, any, W, M>

/** What another field of the same show or episode came to. */
export type Other = <M>(field: AnyField<M>) => M | undefined

/** An element of the feed that says a field, or a part of it. */
export interface InFeed<M> {
  /** With our own prefix. */
  readonly name: string
  /** Where it is specified. */
  readonly spec: string
  /** Who reads it, in words. */
  readonly readBy?: string
  /** Of whom it says this; else of all that have the field. */
  readonly on?: readonly Owner[]
  /** No directory reads it any more: read, so that no show loses something by moving. */
  readonly isDeprecated?: true
  /** What it lists comes to what other elements of the field list; else it only repeats them. */
  readonly isBeside?: true
  /** Names of all that it may hold, at any depth. */
  readonly attributes?: readonly string[]
  readonly children?: readonly InFeed<never>[]
  write?(value: M, other: Other): readonly Element[]
  /** What its elements in one parent say, in the long form that somebody would have written. Judged elsewhere, by the form. */
  read?(nodes: readonly Node[]): Said | undefined
}

/** Declares a field, and infers its types. */
export const field = <
  const Key extends string,
  const On extends Owner,
  W,
  M = undefined,
  const Vital extends true | undefined = undefined,
>(
  declared: Field<Key, On, W, M> & { readonly vital?: Vital },
): Field<Key, On, W, M> & ([Vital] extends [true] ? { readonly vital: true } : unknown) =>
  declared as Field<Key, On, W, M> & { readonly vital: true }
