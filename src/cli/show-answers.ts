/** What a person says of a new show, as flags or as answers: the same checks, and the right form of what is only spelt otherwise. */

import { judgeLanguage } from '../check/language.ts'
import { categorySpelt, judgeCategory, type Verdict } from '../check/rules/show/category.ts'
import { urlProblem } from '../schema/index.ts'
import { isMailbox } from '../schema/value.ts'
import { meantUrl } from '../units/meant-url.ts'
import { listed } from '../units/text.ts'
import type { ShowAnswers } from './new-show.ts'

export type AnswerKey = keyof ShowAnswers

export type Answer = { readonly value: string } | { readonly problem: string }

export const answerKeys = ['title', 'author', 'email', 'site', 'language', 'category', 'description'] as const

/** Undefined where nothing was said. */
export const answerOf = (key: AnswerKey, written: string): Answer | undefined => {
  const text = written.replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : readers[key](text)
}

const readers: Readonly<Record<AnswerKey, (text: string) => Answer>> = {
  title: value => ({ value }),
  author: value => ({ value }),
  description: value => ({ value }),
  email: value =>
    isMailbox(value)
      ? { value }
      : { problem: `"${value}" is not an e-mail address, such as ada@pier.example` },
  site: text => {
    const value = meantUrl(text) ?? text
    const problem = urlProblem(value)
    return problem === undefined ? { value } : { problem: problem.message }
  },
  language: value => {
    const verdict = judgeLanguage(value)
    if (verdict.kind !== 'wrong') return { value }
    if (verdict.meant !== undefined) return { value: verdict.meant }
    return {
      problem: `"${value}" is not a language; write two letters such as en, or with a region such as pt-BR`,
    }
  },
  category: text => {
    const spelt = categorySpelt(text)
    if (spelt !== undefined) return { value: spelt }
    const [name = '', ...rest] = text.split('>').map(part => part.trim())
    const verdict = judgeCategory({ name, ...(rest.length === 0 ? {} : { sub: rest.join(' > ') }) })
    // The same category under another name; what only comes near is for the person to choose.
    if (verdict.kind === 'renamed') return { value: verdict.former }
    const near = nearOf(verdict)
    const help =
      near.length > 0 ? `did you mean ${listed(near, 'or')}?` : 'write one such as Technology or Arts > Books'
    return { problem: `"${text}" is not one of Apple's categories; ${help}` }
  },
}

const nearOf = (verdict: Verdict): readonly string[] => {
  if (verdict.kind === 'retired') return verdict.successors
  if ('meant' in verdict && verdict.meant !== undefined) return [verdict.meant]
  return verdict.kind === 'unknown' ? (verdict.near ?? []) : []
}
