/** The search is loaded when somebody goes to its field. */
export const lazySearch = (): void => {
  const box = document.querySelector<HTMLElement>('.search')
  const input = document.querySelector<HTMLInputElement>('#search')
  if (box === null || input === null) return
  box.hidden = false
  input.addEventListener('focus', () => load(`${box.dataset.root}site/search.js`), { once: true })
}

/** A plain script, which a page from a disk may load too. */
export const load = (src: string): void => {
  const script = document.createElement('script')
  script.src = src
  document.head.append(script)
}
