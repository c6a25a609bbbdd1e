import { isListMedium } from '../../../vocabulary/podcast-words.ts'
import type { Rule } from '../../case.ts'

const rule: Rule = {
  id: 'show/has-episode',
  severity: 'error',
  inherits: 'never',
  title: 'A show has an episode',
  why: 'Apple and Spotify do not take a show without a single episode to play.',
  specs: ['https://podcasters.apple.com/support/829-validate-your-podcast-rss-feed'],
  askedBy: { apple: 'refuses', spotify: 'refuses' },
  covers: ['show-has-episode'],
  example: {
    bad: { '001.md': 'draft: true', '002.md': 'draft: true' },
    good: { '001.md': 'title: First light' },
  },
  *check({ project, items, entry }) {
    if (!entry.isRead || holdsNoEpisodes(entry.meta.medium)) return
    const isFeed = entry.file === project.manuscript.folder
    if (project.manuscript.episodes.length === 0)
      yield {
        place: isFeed ? entry.at() : { file: project.manuscript.folder },
        message: 'there is no episode here, so there is nothing to play',
        help: 'Add a Markdown file with a title and a date, and its audio beside it under the same name: `001-hello.md`, `001-hello.mp3`.',
      }
    else if (items.every(item => item.held !== undefined))
      yield {
        place: entry.at(),
        message: 'every episode is a draft or lies in the future, so the feed would be empty',
        help: 'Publish one, or build with `--drafts` or `--as-of` to see how it will look.',
      }
  },
}
export default rule

/** A list, or the feed of a publisher: it names other feeds. */
const holdsNoEpisodes = (medium: string | undefined): boolean =>
  medium !== undefined && (medium === 'publisher' || isListMedium(medium))
