/** The transcript follows what is heard, leads to it, and can be searched. */

import type { Player } from './player.ts'
import { lastBefore } from './times.ts'

export const transcript = ({ media, playFrom }: Player): void => {
  const all = [...document.querySelectorAll<HTMLElement>('.turns')]
  const [box] = all
  for (const one of all)
    one.addEventListener('click', event => {
      const target = event.target as HTMLElement
      const time = target.closest<HTMLAnchorElement>('.turn-time')
      const line = target.closest<HTMLElement>('[data-t]')
      const isSelecting = getSelection()?.isCollapsed === false
      if (time !== null) {
        event.preventDefault()
        history.replaceState(null, '', time.hash)
        playFrom(Number(time.hash.slice('#t='.length)))
      } else if (line !== null && !isSelecting) playFrom(Number(line.dataset.t))
    })
  if (box === undefined) return
  const tools = document.querySelector<HTMLElement>('.transcript-tools')
  const follow = tools?.querySelector<HTMLInputElement>('.follow input')
  if (tools) tools.hidden = false
  followed(all, media, follow ?? undefined)
  searched(box)
}

const followed = (
  boxes: readonly HTMLElement[],
  media: HTMLMediaElement,
  follow: HTMLInputElement | undefined,
): void => {
  const columns = boxes.map(box => {
    const lines = [...box.querySelectorAll<HTMLElement>('[data-t]')]
    return { box, lines, starts: lines.map(line => Number(line.dataset.t)), current: -1 }
  })
  media.addEventListener('timeupdate', () => {
    for (const column of columns) {
      const found = lastBefore(column.starts, media.currentTime + 0.05)
      if (found === column.current) continue
      column.lines[column.current]?.classList.remove('current')
      column.current = found
      const line = column.lines[found]
      line?.classList.add('current')
      if (line && follow?.checked && !media.paused) intoView(column.box, line)
    }
  })
}

/** Only the box is scrolled: the page stays where its reader is. */
const intoView = (box: HTMLElement, line: HTMLElement): void => {
  const [outer, inner] = [box.getBoundingClientRect(), line.getBoundingClientRect()]
  const from = inner.top - outer.top
  if (from > 40 && inner.bottom < outer.bottom - outer.height / 3) return
  box.scrollTop += from - outer.height / 4
}

const searched = (box: HTMLElement): void => {
  const input = document.querySelector<HTMLInputElement>('#transcript-search')
  const count = document.querySelector<HTMLElement>('.transcript-count')
  if (input === null || count === null) return
  const lines = [...box.querySelectorAll<HTMLElement>('[data-t]')]
  const texts = lines.map(line => folded(line.textContent ?? ''))
  let found: HTMLElement[] = []
  let at = -1
  const go = (step: number): void => {
    if (found.length === 0) return
    at = (at + step + found.length) % found.length
    count.textContent = `${at + 1}/${found.length}`
    intoView(box, found[at]!)
  }
  input.addEventListener('input', () => {
    const wanted = folded(input.value.trim())
    found = wanted.length < 2 ? [] : lines.filter((_, i) => texts[i]!.includes(wanted))
    const marked = new Set(found)
    for (const line of lines) line.classList.toggle('found', marked.has(line))
    count.textContent = wanted.length < 2 ? '' : '0'
    at = -1
    go(1)
  })
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
  })
}

/** As people search: without regard to case and accents. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
