export declare const supported: readonly string[]
export declare const packageFor: (platform: string, arch: string) => string
export declare const nodeOf: (
  wanted: string,
  options?: {
    readonly root?: string
    readonly platform?: string
    readonly arch?: string
    readonly install?: (argv: string[]) => boolean
  },
) => string
