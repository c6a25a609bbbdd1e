/** Who is told, in this order. To add one is a file and a line. */

import { podcastIndex } from './podcast-index.ts'
import { podping } from './podping.ts'
import type { Service } from './service.ts'
import { websub } from './websub.ts'

export const services: readonly Service[] = [websub, podcastIndex, podping]

/** The environment variables that they read. */
export const secretNames = [
  'PODCASTINDEX_API_KEY',
  'PODCASTINDEX_API_SECRET',
  'PODCASTINDEX_API',
  'PODPING_TOKEN',
  'PODPING_API',
] as const
