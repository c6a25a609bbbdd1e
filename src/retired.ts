/** Rules that are no more. Their ids are never given to another: somebody may have written them into an `allow`. */

export interface Retired {
  /** The rule that says it now. Undefined: nobody does. */
  readonly successor?: string
  /** Why it is no more, as a sentence. */
  readonly because: string
}

const nowOneOf = (successor: string): Retired => ({ successor, because: `\`${successor}\` says it now.` })

export const retired: Readonly<Record<string, Retired>> = {
  'artwork/placeholder': nowOneOf('artwork/size'),
  'artwork/size-preferred': nowOneOf('artwork/size'),
  'artwork/progressive': { because: 'Every app of today shows a progressive JPEG.' },
  'audio/leading-garbage': nowOneOf('audio/garbage'),
  'audio/inner-garbage': nowOneOf('audio/garbage'),
  'audio/trailing-garbage': nowOneOf('audio/garbage'),
  'audio/sample-rate-advised': nowOneOf('audio/sample-rate'),
  'show/explicit-episodes': {
    because: 'An explicit episode in a show that is not explicit is allowed: the episode says so itself.',
  },
}

/** Where it is retired: undefined for an id that is not. */
export const retiredRule = (id: string): Retired | undefined =>
  Object.hasOwn(retired, id) ? retired[id] : undefined

/** The rule that is meant by an id of today or of before. */
export const currentId = (id: string): string => retiredRule(id)?.successor ?? id

/** The ids under which a lock of before may know what a rule finds. */
export const idsOf = (id: string): readonly string[] => [
  id,
  ...Object.keys(retired).filter(before => retired[before]?.successor === id),
]
