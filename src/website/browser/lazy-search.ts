/** Where the scripts of the pages are. Never what the page says: a theme may have written that. */
const own = (document.currentScript as HTMLScriptElement).src

/** The search is loaded when somebody goes to its field. */
export const lazySearch = (): void => {
  const box = document.querySelector<HTMLElement>('.search')
  const input = document.querySelector<HTMLInputElement>('#search')
  if (box === null || input === null) return
  box.hidden = false
  input.addEventListener('focus', () => load(`${new URL('search.js', own)}`), { once: true })
}

/** A plain script, which a page from a disk may load too. */
export const load = (src: string): void => {
  const script = document.createElement('script')
  script.src = src
  document.head.append(script)
}
