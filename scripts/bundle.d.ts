import type { BuildOptions } from 'esbuild'

export declare const options: (root: string) => BuildOptions

/** The source of markdown-it, with what slows it down replaced. */
export declare const quickened: (text: string) => string
