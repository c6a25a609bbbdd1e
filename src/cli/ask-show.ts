/** Questions on a terminal. The only door to @clack/prompts: loaded when there is somebody to ask. */

import { cancel, intro, isCancel, outro, text } from '@clack/prompts'
import { initValues } from '../init-values.ts'
import { type Keyboard, Stopped } from './io.ts'
import type { ShowAnswers } from './new-show.ts'
import { type AnswerKey, answerOf } from './show-answers.ts'

interface Question {
  readonly key: AnswerKey
  readonly message: string
  readonly placeholder: string
  readonly initial?: string
}

/** Asks for what is not known yet; whoever only presses Enter fills it in later. */
export const askShow = async (
  known: ShowAnswers,
  { keyboard, language }: { readonly keyboard: Keyboard; readonly language: string },
): Promise<ShowAnswers> => {
  const questions: readonly Question[] = [
    { key: 'title', message: 'What is the show called?', placeholder: initValues.title },
    { key: 'author', message: 'Who makes it?', placeholder: initValues.name },
    {
      key: 'email',
      message: 'Which e-mail address can directories write to? It will be in the feed.',
      placeholder: initValues.email,
    },
    { key: 'site', message: 'Where will the show be on the web?', placeholder: initValues.address },
    { key: 'language', message: 'Which language is spoken?', placeholder: language, initial: language },
    {
      key: 'category',
      message: 'What is it about? A category of Apple, such as Arts > Books.',
      placeholder: 'Technology',
    },
    {
      key: 'description',
      message: 'What would you tell a listener of it, in a sentence or two?',
      placeholder: '',
    },
  ]
  const streams = { input: keyboard.input, output: keyboard.output }
  intro('A new show. Enter leaves a question for later.', streams)
  const answers: Partial<Record<AnswerKey, string>> = {}
  for (const { key, message, placeholder, initial } of questions) {
    if (known[key] !== undefined) continue
    const said = await text({
      message,
      placeholder,
      ...(initial === undefined ? {} : { initialValue: initial }),
      validate: written => {
        const answer = answerOf(key, written ?? '')
        return answer !== undefined && 'problem' in answer ? answer.problem : undefined
      },
      ...streams,
    })
    if (isCancel(said)) {
      cancel('Nothing was written.', streams)
      throw new Stopped('SIGINT')
    }
    const answer = answerOf(key, said ?? '')
    if (answer !== undefined && 'value' in answer) answers[key] = answer.value
  }
  outro('Thank you.', streams)
  return { ...known, ...answers }
}
