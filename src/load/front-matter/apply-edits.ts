import type { Edit } from '../../diagnostic.ts'

export interface Applied {
  readonly text: string
  /** Edits that overlap an earlier one or reach beyond the text. */
  readonly skipped: readonly Edit[]
}

/** Applies the edits from first to last; of two that overlap, the one that starts later is skipped. */
export function applyEdits(text: string, edits: readonly Edit[]): Applied {
  const parts: string[] = []
  const skipped: Edit[] = []
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      skipped.push(edit)
      continue
    }
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return { text: parts.join('') + text.slice(at), skipped }
}
