/** What a person says of a new show, as flags or as answers: the same checks, and the right form of what is nearly right. */

import { judgeLanguage } from '../check/language.ts'
import { judgeCategory, nameOf } from '../check/rules/show/category.ts'
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
    const [name = '', ...rest] = text.split('>').map(part => part.trim())
    const sub = rest.length === 0 ? undefined : rest.join(' > ')
    const verdict = judgeCategory({ name, ...(sub === undefined ? {} : { sub }) })
    if (verdict.kind === 'right') return { value: nameOf(name, sub) }
    const near = 'meant' in verdict && verdict.meant !== undefined ? [verdict.meant] : nearOf(verdict)
    if (near.length === 1) return { value: near[0]! }
    const help =
      near.length > 1 ? `did you mean ${listed(near, 'or')}?` : 'such as Technology or Arts > Books'
    return { problem: `"${text}" is not one of Apple's categories; ${help}` }
  },
}

const nearOf = (verdict: ReturnType<typeof judgeCategory>): readonly string[] => {
  if (verdict.kind === 'unknown') return verdict.near ?? []
  if (verdict.kind === 'retired') return verdict.successors
  return verdict.kind === 'renamed' ? [verdict.former] : []
}
