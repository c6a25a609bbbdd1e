/** The lines of Markdown in which HTML stands, as people paste it: a list of times may be one line of tags. */

/** Ends a line that is read by itself. */
const BREAK = /<(?:br|BR)[ \t]*\/?>|<\/(?:li|p|div|tr)>/
/** What chapters are wrapped in. Others are left: `Vec<T>` is a title. */
const TAG = /<(\/?)(a|b|div|em|i|li|ol|p|span|strong|time|u|ul)(?:[ \t][^<>]{0,2000})?>/g
const HREF = /[ \t]href[ \t]*=[ \t]*["']?([^"'\s<>]{1,2000})/

/** Without tags, and with links as Markdown has them. A line without HTML is itself. */
export const htmlLines = (line: string): readonly string[] => {
  // In backticks a tag is text.
  if (!line.includes('<') || line.includes('`')) return [line]
  return line.split(BREAK).map(withoutTags)
}

const withoutTags = (line: string): string => {
  let href: string | undefined
  return line.replace(TAG, (tag: string, slash: string, name: string) => {
    if (name !== 'a') return ''
    if (slash === '') {
      href = HREF.exec(tag)?.[1]
      return href === undefined ? '' : '['
    }
    const target = href
    href = undefined
    return target === undefined ? '' : `](${asTarget(target)})`
  })
}

const asTarget = (href: string): string =>
  href.replaceAll('&amp;', '&').replaceAll('(', '%28').replaceAll(')', '%29')
