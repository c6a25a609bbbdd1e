import type { WrittenShow } from '../../../fields/index.ts'
import { isAudio, isMarkdown, reportName } from '../../../names.ts'
import type { Entry, Manuscript } from '../../../project.ts'
import { nameOf } from '../../../units/file-name.ts'
import { newCommand, ours } from '../../../units/shell.ts'
import { isListMedium } from '../../../vocabulary/podcast-words.ts'
import { type Found, type Rule, shownPath, type Words } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/has-episode',
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
    const { folder, episodes, unreadable } = project.manuscript
    if (episodes.length === 0) {
      // Of those that cannot be read that has been said, and when they can, there is one.
      if ([...unreadable].some(isMarkdown)) return
      const { isSite, contentFiles = 0 } = project.manuscript
      if (isSite) yield noPage(entry, contentFiles)
      else
        yield {
          place: entry.file === folder ? entry.at() : { file: folder },
          ...entry.words.either({ folder: noEpisodeWords(project.manuscript), feed: noItem }),
        }
    } else if (items.every(item => item.held !== undefined))
      yield {
        place: entry.at(),
        message: `every episode of "${entry.meta.title ?? ''}" is a draft or dated in the future, so the feed would be empty, and Apple and Spotify refuse an empty one`,
        help: 'Publish one, or build with `--drafts` or `--as-of` to see how it will look.',
      }
  },
}
export default rule

/** Of a site, show.md says which files are episodes. */
const noPage = (entry: Entry<WrittenShow>, contentFiles: number): Found =>
  contentFiles === 0
    ? {
        place: entry.at('content'),
        message: 'no file of the site fits `content`, so the feed would have no episode',
        help: `Correct it: it is read from the folder of ${nameOf(entry.path)}.`,
      }
    : {
        place: entry.at('where'),
        message:
          contentFiles === 1
            ? 'the one file that `content` names is no episode'
            : `none of the ${contentFiles.toLocaleString('en')} files that \`content\` names is an episode`,
        help: 'Correct `where`, or remove it to see what each of them lacks.',
      }

const noItem: Words = {
  message: 'there is no episode here, and Apple and Spotify refuse a show without one',
  help: 'Add an `<item>` with a title and its recording (`<enclosure>`).',
}

/** What there is instead tells what is to be done. */
const noEpisodeWords = ({ files, show, folder, ignored = [] }: Manuscript): Words => {
  const message = 'there is no episode here, and Apple and Spotify refuse a show without one'
  const recording = [...files].find(isAudio)
  if (recording !== undefined)
    return {
      message,
      help: `Run \`${newCommand(folder, shownPath(show, recording))}\`: it makes the episode of that recording.`,
    }
  // Jekyll keeps its posts in a folder of this name. Of what is not read, only the name is known.
  const hidden =
    ignored.find(path => !nameOf(path).includes('.')) ??
    ignored.find(path => isMarkdown(path) && nameOf(path) !== reportName)
  if (hidden !== undefined)
    return {
      message: `${message}; "${hidden}" is not read, because its name begins with "_"`,
      help: isMarkdown(hidden)
        ? `Rename it to ${nameOf(hidden).replace(/^_+/, '')} if it is an episode.`
        : `Rename it if it holds the episodes, or move ${nameOf(show.path)} into it and run \`${ours('', shownPath(show, hidden))}\`.`,
    }
  return {
    message,
    help: 'Add a Markdown file with a title and a date, and its audio beside it under the same name: `001-hello.md`, `001-hello.mp3`.',
  }
}

/** A list, or the feed of a publisher: it names other feeds. */
const holdsNoEpisodes = (medium: string | undefined): boolean =>
  medium !== undefined && (medium === 'publisher' || isListMedium(medium))
