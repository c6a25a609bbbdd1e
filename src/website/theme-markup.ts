/**
 * What the templates of a stranger may put into a page. The policy forbids scripts that stand in a page, and lets it load those of
 * its own host. But a host has more files than the pages do, such as transcripts, and some hosts do not say of what kind a file is.
 * So a theme whose scripts are not wanted writes no element that loads one, and none that leads a reader elsewhere by itself.
 */

/** In any text: what a browser would read as the beginning of such an element is shown as text instead. */
export const withoutScripts = (html: string): string =>
  html
    .replace(/<(?=script)/gi, '&lt;')
    .replace(/<(?=meta(?:[\s/>]|$))(?!meta(?: (?:name|property|content)="[^"<>]*")+ ?\/?>)/gi, '&lt;')
