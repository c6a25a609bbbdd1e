import type { Finding } from '../../../diagnostic.ts'
import type { Rule } from '../../case.ts'
import { eachPublished } from '../../measured.ts'

const rule: Rule = {
  id: 'artwork/https',
  covers: ['art-https'],
  severity: 'warning',
  title: 'Artwork is served over https',
  why: 'Web players on an https page do not load a picture over http: the show has no face there.',
  specs: ['https://developer.mozilla.org/en-US/docs/Web/Security/Mixed_content'],
  askedBy: { podcastindex: 'advises' },
  example: {
    bad: { 'show.md': 'image: http://show.example/cover.jpg' },
    good: { 'show.md': 'image: https://show.example/cover.jpg' },
  },
  check: eachPublished(function* (entry): Iterable<Finding> {
    const written = entry.meta.image
    if (written === undefined || !/^http:\/\//i.test(written)) return
    const better = written.replace(/^http:/i, 'https:')
    yield {
      place: entry.at('image'),
      message: 'this picture is served over http, which web players block; https was expected',
      help: `Write \`image: ${better}\`, if the server answers there.`,
    }
  }),
}
export default rule
