/** The players of a page. The first that belongs to an episode follows the address and the chapters. */

import { copied } from './copy.ts'
import { recall, remember } from './memory.ts'
import { clockTime, fragmentTime, lastBefore } from './times.ts'

export interface Player {
  readonly media: HTMLMediaElement
  readonly seek: (seconds: number) => void
  readonly playFrom: (seconds: number) => void
}

const BACK = 15
const ON = 30
/** What is heard of the beginning or left of the end is not worth going on from. */
const EDGE = 10
/** So many chapters can be told apart on the rail of a phone. */
const MARKS = 60

export const players = (): Player | undefined => {
  const all = [...document.querySelectorAll<HTMLElement>('.player')].map(player)
  const main = all.find(one => one?.root.dataset.id !== undefined)
  if (main === undefined) return undefined
  chapters(main)
  address(main)
  keys(main)
  return main
}

type Known = Player & { readonly root: HTMLElement; readonly duration: () => number }

const player = (root: HTMLElement): Known | undefined => {
  const media = root.querySelector<HTMLMediaElement>('.media')
  const controls = root.querySelector<HTMLElement>('.controls')
  if (media === null || controls === null) return undefined
  const find = <E extends Element>(selector: string): E => controls.querySelector<E>(selector)!
  const [play, position] = [find<HTMLButtonElement>('.play'), find<HTMLInputElement>('.position')]
  const [now, total] = [find<HTMLElement>('.now'), find<HTMLElement>('.total')]
  const speed = find<HTMLSelectElement>('select')
  const stated = Number(root.dataset.seconds) || 0
  const duration = (): number => (Number.isFinite(media.duration) ? media.duration : 0) || stated
  /** Where to begin once the recording can be moved to. */
  let pending: number | undefined

  const seek = (seconds: number): void => {
    const to = Math.min(Math.max(0, seconds), duration() || seconds)
    if (media.readyState >= 1) media.currentTime = to
    else {
      pending = to
      media.preload = 'metadata'
    }
    show(to)
  }
  const show = (seconds: number): void => {
    position.max = `${Math.floor(duration())}`
    position.value = `${Math.floor(seconds)}`
    // Of many an imported episode nobody knows yet how long it is.
    const end = duration() > 0 ? clockTime(duration()) : ''
    position.setAttribute('aria-valuetext', `${clockTime(seconds)}${end && ` / ${end}`}`)
    now.textContent = clockTime(seconds)
    total.textContent = end
  }
  const start = (): void => {
    for (const other of document.querySelectorAll<HTMLMediaElement>('.media'))
      if (other !== media) other.pause()
    media.play().catch(() => {})
  }
  const toggle = (): void => (media.paused ? start() : media.pause())
  const state = (): void => {
    root.classList.toggle('playing', !media.paused)
    play.setAttribute('aria-label', (media.paused ? root.dataset.play : root.dataset.pause) ?? '')
  }

  if (media instanceof HTMLAudioElement) media.removeAttribute('controls')
  controls.hidden = false
  play.addEventListener('click', toggle)
  find('.skip-back').addEventListener('click', () => seek(media.currentTime - BACK))
  find('.skip-on').addEventListener('click', () => seek(media.currentTime + ON))
  position.addEventListener('input', () => seek(Number(position.value)))
  speed.addEventListener('change', () => {
    media.playbackRate = Number(speed.value)
    remember('speed', speed.value)
  })
  const usual = recall('speed')
  if (usual !== undefined && [...speed.options].some(({ value }) => value === usual)) {
    speed.value = usual
    media.playbackRate = media.defaultPlaybackRate = Number(usual)
  }
  media.addEventListener('loadedmetadata', () => {
    if (pending !== undefined) media.currentTime = pending
    pending = undefined
    show(media.currentTime)
  })
  media.addEventListener('timeupdate', () => {
    if (pending === undefined) show(media.currentTime)
  })
  for (const event of ['play', 'pause', 'ended']) media.addEventListener(event, state)
  media.querySelector('source:last-of-type')?.addEventListener('error', () => {
    root.querySelector<HTMLElement>('.player-error')!.hidden = false
  })
  show(0)
  return {
    root,
    media,
    seek,
    duration,
    playFrom: seconds => {
      seek(seconds)
      start()
    },
  }
}

/** Marks on the rail, and the list beside it. */
const chapters = ({ root, media, duration, playFrom }: Known): void => {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.chapter')]
  const starts = links.map(link => Number(link.dataset.t))
  if (links.length === 0) return
  const ticks = root.querySelector('.ticks')
  const title = root.querySelector('.chapter-now')
  // More of them would be a grey band, and tell nothing.
  for (const start of starts.length > MARKS ? [] : starts) {
    if (start <= 0 || start >= duration()) continue
    const tick = document.createElement('i')
    tick.style.insetInlineStart = `${(100 * start) / duration()}%`
    ticks?.append(tick)
  }
  links.forEach((link, i) => {
    link.addEventListener('click', event => {
      event.preventDefault()
      history.replaceState(null, '', link.hash)
      playFrom(starts[i]!)
    })
  })
  let current = -1
  media.addEventListener('timeupdate', () => {
    const found = lastBefore(starts, media.currentTime + 0.05)
    if (found === current) return
    links[current]?.parentElement?.classList.remove('current')
    links[current]?.removeAttribute('aria-current')
    current = found
    links[current]?.parentElement?.classList.add('current')
    links[current]?.setAttribute('aria-current', 'true')
    if (title !== null) title.textContent = links[current]?.querySelector('.chapter-title')?.textContent ?? ''
  })
}

/** `#t=` in the address says where to begin; else where one stopped. */
const address = ({ root, media, seek, duration }: Known): void => {
  const key = `at ${root.dataset.id}`
  const asked = fragmentTime(location.hash)
  const stopped = Number(recall(key) ?? Number.NaN)
  if (asked !== undefined) seek(asked)
  else if (stopped > EDGE && stopped < duration() - EDGE) {
    seek(stopped)
    const note = root.querySelector<HTMLElement>('.player-note')!
    note.hidden = false
    // A theme may have a player of its own, without the button.
    const words = note.querySelector('.resumed') ?? note
    words.textContent = (root.dataset.resumed ?? '').replace('{time}', clockTime(stopped))
    note.querySelector('button')?.addEventListener('click', () => {
      seek(0)
      note.hidden = true
      root.querySelector<HTMLButtonElement>('.play')!.focus()
    })
    media.addEventListener('play', () => (note.hidden = true), { once: true })
  }
  addEventListener('hashchange', () => {
    const to = fragmentTime(location.hash)
    if (to !== undefined) seek(to)
  })
  let kept = 0
  const keep = (): void => {
    const at = media.currentTime
    const isOver = at < EDGE || at > duration() - EDGE
    remember(key, isOver ? undefined : `${Math.floor(at)}`)
    kept = at
  }
  media.addEventListener('timeupdate', () => {
    if (!media.paused && Math.abs(media.currentTime - kept) > 5) keep()
  })
  for (const event of ['pause', 'ended']) media.addEventListener(event, keep)
  const share = document.querySelector<HTMLButtonElement>('.copy-time')
  if (share === null) return
  share.hidden = false
  share.addEventListener('click', async () => {
    const url = new URL(location.href)
    url.hash = `t=${Math.floor(media.currentTime)}`
    // Where nothing may be copied, the address of the page leads there.
    if (!(await copied(share, url.href))) history.replaceState(history.state, '', url)
  })
}

/** Space and k: play; j, l and the arrows: back and on; m: mute; < and >: speed. Not while somebody types. */
const keys = ({ root, media, seek }: Known): void => {
  document.addEventListener('keydown', event => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (target.closest('input, select, textarea, button, summary, a, video, [contenteditable], .turns')) {
      if (
        event.key === ' ' ||
        !/^[a-z<>]$/i.test(event.key) ||
        target.closest('input:not([type=range]), select, textarea')
      )
        return
    }
    const done = act(event.key)
    if (done) event.preventDefault()
  })
  const act = (key: string): boolean => {
    switch (key) {
      case ' ':
      case 'k':
        root.querySelector<HTMLButtonElement>('.play')?.click()
        return true
      case 'j':
      case 'ArrowLeft':
        seek(media.currentTime - BACK)
        return true
      case 'l':
      case 'ArrowRight':
        seek(media.currentTime + ON)
        return true
      case 'm':
        media.muted = !media.muted
        return true
      case '<':
      case '>': {
        const speed = root.querySelector<HTMLSelectElement>('.speed select')!
        const next = speed.selectedIndex + (key === '>' ? 1 : -1)
        if (next < 0 || next >= speed.options.length) return true
        speed.selectedIndex = next
        speed.dispatchEvent(new Event('change'))
        return true
      }
      default:
        return false
    }
  }
}
