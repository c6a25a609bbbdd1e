import type { Evidence, Item } from '../../evidence.ts'

/** Subscribers know this very guid: whatever it looks like, it has to stay. */
export const isPublished = ({ entry }: Item, given: Evidence): boolean =>
  entry.meta.guid !== undefined && given.lock?.episodes[entry.stem]?.guid === entry.meta.guid
