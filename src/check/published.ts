import type { Case, Item } from './case.ts'

/** Subscribers know this very guid: whatever it looks like, it has to stay. */
export const isPublished = ({ entry }: Item, given: Case): boolean =>
  entry.meta.guid !== undefined && given.lock?.episodes[entry.stem]?.guid === entry.meta.guid
