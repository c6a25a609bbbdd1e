import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'history/unclear-rename',
  always: 'advice',
  inFeeds: 'history',
  title: 'A renamed episode can be told by its recording',
  why: 'A file that was renamed keeps its guid, since the lock knows its recording. Where several names have the same recording, nobody can tell which is which.',
  specs: [],
  example: {
    bad: {
      'feed.lock.json': '!built',
      '002.md': '!nothing',
      '002.mp3': '!nothing',
      '003.md': '!text ---\ntitle: Ebb\ndate: 2026-01-19\n---\nOne.\n',
      '003.mp3': '!mp3 11',
      '004.md': '!text ---\ntitle: Flood\ndate: 2026-01-26\n---\nTwo.\n',
      '004.mp3': '!mp3 11',
    },
    good: {
      'feed.lock.json': '!built',
      '002.md': '!nothing',
      '002.mp3': '!nothing',
      '003.md': '!text ---\ntitle: Tide tables\ndate: 2026-01-12\n---\nOne.\n',
      '003.mp3': '!mp3 11',
    },
  },
  *check({ history, lock, project }) {
    const guidOf = (stem: string): string | undefined =>
      (lock?.episodes[stem] ?? project.manuscript.lock?.episodes[stem])?.guid
    for (const { recording, stems } of history.unclear)
      yield {
        place: recording.entry.at(),
        message: `several files have the recording of ${stems.map(stem => `"${stem}"`).join(' and ')}, so it is unclear which of them was renamed, and subscribers would get all of them as new episodes`,
        help: `If this one is "${stems[0]}" under a new name, write \`guid: ${guidOf(stems[0]!)}\`, so that apps know it as the episode they already have.`,
      }
  },
}
export default rule
