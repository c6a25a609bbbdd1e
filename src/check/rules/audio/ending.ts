/** How the name of an audio file ends, be it a path or the path of an address. */

export const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** In lower case, with its dot; empty where there is none. */
export const endingOf = (path: string): string => /\.[^.]+$/.exec(lastOf(path))?.[0].toLowerCase() ?? ''
