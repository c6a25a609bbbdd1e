import { nearest } from '../../../units/text.ts'
import { services } from '../../../vocabulary/services.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/block-service',
  scope: 'item',
  looksAt: ['blocks'],
  title: 'A service that is blocked is one of the known slugs',
  why: 'A service looks for its own slug; under any other name it is not asked, and carries the show.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/serviceslugs.txt'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['show-podcast-block-slugs'],
  example: { bad: { 'show.md': 'blocks: [amazone]' }, good: { 'show.md': 'blocks: [amazon]' } },
  ...eachEntry(function* (one) {
    for (const { value, at, entry, path } of writtenValues(one, 'blocks')) {
      if (value.service === undefined || services.includes(value.service)) continue
      const near = nearest(value.service, services)
      yield {
        place: at('service'),
        message: `"${value.service}" is not the name of a known service, so no service obeys it, and the show stays everywhere`,
        help: near
          ? `Write \`${near}\`.`
          : 'Write a known name, such as `amazon` or `spotify`; `all` means every service.',
        ...(near !== undefined && typeof entry.raw.blocks !== 'string'
          ? { fix: entry.fix.replace(path, near) }
          : {}),
      }
    }
  }),
}
export default rule
