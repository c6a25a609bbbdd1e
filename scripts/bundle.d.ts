import type { BuildOptions } from 'esbuild'

export declare const options: (root: string) => BuildOptions
