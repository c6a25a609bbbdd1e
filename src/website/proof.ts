/** Whether every page can be rendered: with templates that are not ours, that shows when it is tried. */

import { type Diagnostic, diagnose } from '../diagnostic.ts'
import type { Artefact, Look } from '../podcast.ts'
import { TemplateMistake } from './mistake.ts'
import template from './rules/template.ts'

/** `artefacts`: of the website, whose bytes are made by it. The first mistake ends it: a template has it on every page. */
export const mistakesIn = (
  artefacts: readonly Artefact[],
  { templates = {} }: Look,
): readonly Diagnostic[] => {
  try {
    for (const artefact of artefacts) if ('bytes' in artefact) void artefact.bytes
    return []
  } catch (error) {
    if (!(error instanceof TemplateMistake)) throw error
    const { line, message } = error
    const name =
      templates[`${error.template}.liquid`] === undefined
        ? Object.keys(templates)[0]!
        : `${error.template}.liquid`
    return [
      diagnose(template, {
        place: { file: templates[name]!.file, ...(line === undefined ? {} : { line }) },
        message: `this template does not work, so none of the pages are written: ${message}`,
        help: 'Correct it here; docs/theming.md lists what a template can use.',
      }),
    ]
  }
}
