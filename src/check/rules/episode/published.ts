import type { Evidence, Item } from '../../evidence.ts'

/** Subscribers know this very guid: whatever it looks like, it has to stay. */
export const isPublished = ({ entry }: Item, evidence: Evidence): boolean =>
  entry.meta.guid !== undefined && evidence.lock?.episodes[entry.stem]?.guid === entry.meta.guid
