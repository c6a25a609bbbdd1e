import type { Rule } from '../../case.ts'

/** https://www.rfc-editor.org/rfc/rfc2606#section-3: they belong to nobody, and never will. */
const reserved = /(^|\.)example\.(com|net|org)$/i

const hostOf = (written: string): string =>
  URL.canParse(written) ? new URL(written).hostname : written.slice(written.indexOf('@') + 1)

const rule: Rule = {
  id: 'show/placeholder',
  severity: 'warning',
  title: 'Addresses are your own',
  why: 'example.com and its like are reserved for examples. A feed that names them cannot be reached, and mail to them is lost.',
  specs: ['https://www.rfc-editor.org/rfc/rfc2606#section-3'],
  askedBy: { own: 'advises' },
  example: {
    bad: { 'show.md': 'link: https://www.example.com/' },
    good: { 'show.md': 'link: https://show.example/' },
  },
  *check({ entry }) {
    const { link, baseUrl, feedUrl, audioBaseUrl, owner } = entry.meta
    const written: readonly (readonly [path: readonly string[], value: string | undefined])[] = [
      [['link'], link],
      [['baseUrl'], baseUrl],
      [['feedUrl'], feedUrl],
      [['audioBaseUrl'], audioBaseUrl],
      [['owner', 'email'], owner?.email],
    ]
    for (const [path, value] of written)
      if (value !== undefined && reserved.test(hostOf(value)))
        yield {
          place: entry.at(path),
          message: `"${hostOf(value)}" is reserved for examples, so nothing that is sent there arrives`,
          help: `Write your own ${path.at(-1) === 'email' ? 'e-mail address' : 'address'}.`,
        }
  },
}
export default rule
