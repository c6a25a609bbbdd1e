import { isAbsolute, relative, sep } from 'node:path'

/** The path from a folder to what is inside of it, with forward slashes; undefined for the folder itself and what is elsewhere. */
export const insideOf = (folder: string, path: string): string | undefined => {
  const inside = relative(folder, path)
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    return undefined
  return inside.replaceAll(sep, '/')
}
