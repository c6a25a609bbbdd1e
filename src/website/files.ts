/**
 * The templates and the style of our own theme, and the scripts of the pages, by name. They stand beside this file as what they are
 * (theme/, browser/) and are written into it when it is bundled or tested: see scripts/website-files.js.
 */

export interface WebsiteFiles {
  /** Liquid, and style.css. */
  readonly theme: Readonly<Record<string, string>>
  /** For the browser: page.js and search.js. */
  readonly scripts: Readonly<Record<string, string>>
  /** The same for a preview: preview.js, panes.js and panes.css. */
  readonly preview: Readonly<Record<string, string>>
}

export const websiteFiles: WebsiteFiles = { theme: {}, scripts: {}, preview: {} }
