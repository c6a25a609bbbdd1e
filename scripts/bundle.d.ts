import type { OutputAsset, OutputChunk, Plugin } from 'rolldown'

export declare const bundleProgram: (
  root: string,
  options?: { readonly write?: boolean },
) => Promise<readonly (OutputAsset | OutputChunk)[]>

export declare const codeOf: (
  root: string,
  entry: string,
  options?: {
    readonly plugins?: readonly Plugin[]
    readonly alias?: Readonly<Record<string, string>>
    readonly minify?: boolean
  },
) => Promise<string>
