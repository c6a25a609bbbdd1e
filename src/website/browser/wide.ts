/** Code and tables that are wider than the page are moved sideways with the arrow keys too, and are no stop where nothing is hidden. */
export const wideParts = (): void => {
  const parts = Array.from(document.querySelectorAll<HTMLElement>('.prose :is(pre, table)'))
  const look = (): void => {
    for (const part of parts)
      if (part.scrollWidth > part.clientWidth) part.tabIndex = 0
      else part.removeAttribute('tabindex')
  }
  if (parts.length === 0) return
  look()
  window.addEventListener('resize', look)
}
