/** What a change does to those who subscribe. */

/** In the order in which it is told: what hurts first. */
export const effects = [
  'downloads-again',
  'lost',
  'replaced',
  'moved',
  'reads',
  'finds-again',
  'new',
  'unnoticed',
] as const

export type Effect = (typeof effects)[number]
