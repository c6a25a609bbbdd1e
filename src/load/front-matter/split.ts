/** The door to gray-matter. It is given the front matter alone, and only what fences.ts has found to be YAML. */

import grayMatter from 'gray-matter'

const refuse = (): never => {
  throw new Error('build-feed reads YAML front matter only')
}

/**
 * Hands the YAML between the fences to `parse`, or gives undefined when there is nothing but white space and comments.
 *
 * `yaml` starts with a unit of the opening fence's line break, and so does what `parse` is given: offsets are the same in both.
 */
export function parseMatter<Parsed>(yaml: string, parse: (yaml: string) => Parsed): Parsed | undefined {
  // gray-matter knows LF and CRLF only: with a lone CR it would take a whole file for one comment.
  const source = yaml.replace(/\r(?!\n)/g, '\n')
  const file = grayMatter(`---${source}\n---\n`, {
    language: 'yaml',
    // The line break belongs to the closing fence: with `---` alone, `---more` would close the front matter too.
    delimiters: ['---', '---\n'],
    engines: {
      // Boxed: gray-matter would act on a field called `excerpt_separator`, and trips over a root that is no map.
      yaml: matter => ({ parsed: parse(matter) }),
      // gray-matter's own engine for JavaScript is `eval`. No language tag comes this far; this is the second lock.
      javascript: refuse,
      json: refuse,
      coffee: refuse,
      toml: refuse,
    },
  })
  return (file.data as { parsed?: Parsed }).parsed
}
