import { canParseUrl } from '../../units/can-parse-url.ts'
import { schemeOf, urlProblems } from '../../units/url.ts'
import { type FeedRule, quoted } from '../feed-rule.ts'
import { urlsIn } from '../feed-urls.ts'
import { rss, w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/url-scheme',
  title: 'What apps load is served over http or https',
  why: 'Apps and directories open nothing else; they cannot open an address that no browser can read.',
  specs: [rss('ltenclosuregtSubelementOfLtitemgt'), w3cError('InvalidURLAttribute')],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['ep-enclosure-http'],
  example: {
    bad: {
      'feed.xml':
        '<item>\n<enclosure url="ftp://show.example/2.mp3" length="992496" type="audio/mpeg"/>\n</item>',
    },
    good: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="992496" type="audio/mpeg"/>\n</item>',
    },
  },
  *check(feed) {
    for (const { name, written, place, isWeb } of urlsIn(feed)) {
      if (schemeOf(written) === undefined) continue
      const problem = urlProblems(written).find(
        ({ kind }) => kind === 'credentials' || (isWeb && (kind === 'scheme' || kind === 'unreadable')),
      )
      if (problem === undefined) continue
      yield {
        place,
        message:
          problem.kind === 'scheme'
            ? `${quoted(written)}, the ${name}, begins with "${problem.detail}:", which podcast apps do not open`
            : problem.kind === 'credentials'
              ? `the ${name} holds a user name or a password, which every subscriber can see`
              : `${quoted(written)}, the ${name}, is not a URL that a browser can read`,
        help:
          problem.kind === 'credentials'
            ? 'Remove the part before the @; a public podcast needs no sign-in.'
            : helpOf(written),
      }
    }
  },
}
export default rule

/** A file on an FTP server is often on the web too, under the same name. */
const helpOf = (written: string): string => {
  const web = written.replace(/^ftp:/i, 'https:')
  return web === written || !/^[!-~]{1,200}$/.test(web) || /[`@]/.test(web) || !canParseUrl(web)
    ? 'Write an address that begins with `https://`.'
    : `Write \`${web}\` if that address works in your browser, or another that begins with \`https://\`.`
}
