/** Notes as a part of a page: their headings go on where the page's own have got to, and no level is left out. */

/** `level`: of the page's heading that stands above them. The HTML is our own renderer's or sanitiser's. */
export const headingsBelow = (html: string, level: number): string => {
  if (!/<h[1-6]/.test(html)) return html
  const open: { readonly written: number; readonly shown: number }[] = []
  return html.replace(/<(\/?)h([1-6])>/g, (_, slash: string, digit: string) => {
    const written = Number(digit)
    if (slash !== '') return `</h${open.at(-1)?.shown ?? level + 1}>`
    while (open.length > 0 && open.at(-1)!.written >= written) open.pop()
    const shown = Math.min(6, (open.at(-1)?.shown ?? level) + 1)
    open.push({ written, shown })
    return `<h${shown}>`
  })
}

/** A picture without words for it is an ornament; none of them holds up the page. */
export const picturesInPage = (html: string): string =>
  html.includes('<img')
    ? html.replace(
        /<img\b([^>]*)>/g,
        (_, attributes: string) =>
          `<img${/\balt=/.test(attributes) ? '' : ' alt=""'}${attributes} loading="lazy">`,
      )
    : html

/** Empty lines of an editor, as many feeds have them: a heading without words is one that a screen reader announces. */
const EMPTY = /<(h[1-6]|p)(?: [^<>]*)?>(?:\s|&nbsp;|<br ?\/?>)*<\/\1>\s*/g

export const inPage = (html: string, level = 2): string =>
  picturesInPage(headingsBelow(html.replace(EMPTY, ''), level))
