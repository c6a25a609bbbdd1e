import type { Edit } from '../../diagnostic.ts'

/** Edits of a source, sorted, apart from one another. Offsets of the edited text can be led back to the source. */
export type Patches = readonly Edit[]

/** Where an offset of the edited text comes from. Inside a replaced piece it stays inside what was replaced. */
export function originalOffset(patches: Patches, offset: number): number {
  let shift = 0
  for (const patch of patches) {
    const start = patch.start + shift
    const end = start + patch.text.length
    if (offset < start) break
    if (offset < end) return Math.min(patch.end, patch.start + offset - start)
    shift += patch.text.length - (patch.end - patch.start)
  }
  return offset - shift
}

/** The patches with more edits of the edited text, or undefined when one of them touches an earlier patch. */
export function addEdits(patches: Patches, edits: readonly Edit[]): Patches | undefined {
  if (edits.some(edit => touched(patches, edit).length > 0)) return undefined
  return sorted([...patches, ...edits.map(edit => lifted(patches, edit))])
}

/** The patches with a piece of the edited text blanked: lines stay where they are, earlier patches inside go away. */
export function blank(patches: Patches, source: string, start: number, end: number): Patches {
  const inside = touched(patches, { start, end, text: '' })
  const from = Math.min(originalOffset(patches, start), ...inside.map(patch => patch.start))
  const to = Math.max(originalOffset(patches, end), ...inside.map(patch => patch.end))
  const text = source.slice(from, to).replace(/[^\r\n]/g, ' ')
  return sorted([...patches.filter(patch => !inside.includes(patch)), { start: from, end: to, text }])
}

const sorted = (patches: Patches): Patches => patches.toSorted((a, b) => a.start - b.start)

const lifted = (patches: Patches, edit: Edit): Edit => ({
  start: originalOffset(patches, edit.start),
  end: originalOffset(patches, edit.end),
  text: edit.text,
})

function touched(patches: Patches, edit: Edit): Edit[] {
  let shift = 0
  return patches.filter(patch => {
    const start = patch.start + shift
    const end = start + patch.text.length
    shift += patch.text.length - (patch.end - patch.start)
    return edit.start <= end && edit.end >= start
  })
}
