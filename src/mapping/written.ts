import type { Written } from '../schema/value.ts'

export type { Written }
export type WrittenMap = { readonly [key: string]: Written }
