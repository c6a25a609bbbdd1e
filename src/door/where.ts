/** Where a real path is, seen from the show folder. Pure: the paths have been resolved by the system. */

/** `what`: the path inside the show folder, with forward slashes. */
export type Where =
  | { readonly kind: 'inside'; readonly path: string }
  | { readonly kind: 'hidden'; readonly path: string }
  | { readonly kind: 'outside' }

/**
 * Both paths as the system resolved them: without links, and spelled as the disk spells them. They are then compared unit by
 * unit, also where the disk takes capitals or two forms of `é` for the same.
 */
export const whereIs = (realRoot: string, real: string, separator: string): Where => {
  // `/` and `C:\` end with it.
  const root = realRoot.endsWith(separator) ? realRoot : realRoot + separator
  if (real === realRoot) return { kind: 'inside', path: '' }
  if (!real.startsWith(root)) return { kind: 'outside' }
  const names = real.slice(root.length).split(separator)
  const path = names.join('/')
  return names.some(isHidden) ? { kind: 'hidden', path } : { kind: 'inside', path }
}

/** Version control, settings, secrets and other people's code: nothing of a show, and never read, by whatever name. */
const isHidden = (name: string): boolean => name.startsWith('.') || name.toLowerCase() === 'node_modules'

/**
 * Names that are devices on Windows, in every folder and with every ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 * To open one can wait for a serial line for ever.
 */
export const isDeviceName = (name: string): boolean =>
  /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:[.:]|$)/i.test(name)
