/**
 * What the templates of a stranger may put into a page. The policy forbids scripts that stand in a page, and lets it load those of
 * its own host. But a host has more files than the pages do, such as transcripts, and some hosts do not say of what kind a file is.
 * So a theme whose scripts are not wanted writes no element that loads one, and none that leads a reader elsewhere by itself.
 */

/** Whole elements are left out. What is not whole, and would be read as the beginning of one, is shown as text instead. */
export const withoutScripts = (html: string): string =>
  withoutWholeScripts(html)
    .replace(OTHER_META, '')
    .replace(/<(?=script)/gi, '&lt;')
    .replace(/<(?=meta(?:[\s/>]|$))(?!meta(?: (?:name|property|content)="[^"<>]*")+ ?\/?>)/gi, '&lt;')

/** But for those that only say something about the page. */
const OTHER_META = /<meta(?=[\s/>])(?!(?: (?:name|property|content)="[^"<>]*")+ ?\/?>)[^<>]*>/gi

/** From each start tag to the next end tag, as browsers do; without an end tag there is nothing whole from there on. */
const withoutWholeScripts = (html: string): string => {
  const closing = /<\/script\s*>/gi
  const kept: string[] = []
  let at = 0
  for (const { index } of html.matchAll(/<script(?=[\s/>])/gi)) {
    if (index < at) continue
    closing.lastIndex = index
    if (closing.exec(html) === null) break
    kept.push(html.slice(at, index))
    at = closing.lastIndex
  }
  return kept.join('') + html.slice(at)
}
