/** Whom a show is made for, and how severe a rule is for them. */

/** `error`: a directory refuses it, or nothing can be made of it. `warning`: a listener notices it. `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note'

/** Where a podcaster submits a show. */
export const directories = ['apple', 'spotify', 'youtube', 'amazon', 'podcastindex'] as const
export type Directory = (typeof directories)[number]

/** What a show may say that it follows. A standard refuses nobody. */
export const standards = ['psp1', 'w3c'] as const
export type Standard = (typeof standards)[number]

/** `apps`: what players really do, as their public source says. */
export type Party = Directory | Standard | 'apps'

/** Whom `for` and `--for` may name. */
export const targetNames: readonly Party[] = [...directories, ...standards, 'apps']

/** What a party does when a rule is broken. `refuses`: its own text or known behaviour rejects the feed or the episode. */
export type Reaction = 'refuses' | 'ignores' | 'requires' | 'advises'

export type AskedBy = { readonly [D in Directory]?: Exclude<Reaction, 'requires'> } & {
  readonly [S in Standard]?: 'requires' | 'advises'
} & { readonly apps?: 'ignores' | 'advises' }

/**
 * What a rule is whoever the show is made for. `broken`: nothing can be made of it, or subscribers would be harmed (syntax,
 * identity, history, safety). `noticed`: a listener or the author will notice. `advice`: worth knowing.
 */
export type Always = 'broken' | 'noticed' | 'advice'

/** When who asks for what was last compared with the sources that the rules name. A source of another date says so beside it. */
export const rulesReadOn = '2026-11-23'

/** Of a rule, what decides how severe it is. */
export interface Asking {
  readonly always?: Always
  readonly askedBy?: AskedBy
}

export type Targets = readonly Party[]

/** Whom a show is made for that does not say so. */
export const defaultTargets: Targets = directories

const ALWAYS: Readonly<Record<Always, Severity>> = { broken: 'error', noticed: 'warning', advice: 'note' }

/** Of a directory. */
const REACTIONS: Readonly<Record<Reaction, Severity>> = {
  refuses: 'error',
  requires: 'warning',
  ignores: 'warning',
  advises: 'note',
}

const GRAVEST_FIRST: readonly Severity[] = ['error', 'warning', 'note']

/** What players do is heard whoever is named. */
export const heardWith = (targets: Targets): Targets =>
  targets.includes('apps') ? targets : [...targets, 'apps']

/** How severe a rule is for them. Undefined: none of them asks, and it is not said. */
export const severityFor = ({ always, askedBy = {} }: Asking, targets: Targets): Severity | undefined => {
  const said = heardWith(targets).flatMap(party => {
    const reaction: Reaction | undefined = askedBy[party]
    return reaction === undefined ? [] : [REACTIONS[reaction]]
  })
  const all = always === undefined ? said : [ALWAYS[always], ...said]
  return GRAVEST_FIRST.find(severity => all.includes(severity))
}

/** How severe it is in general: for a show that names nobody; where these do not ask, for those who do. */
export const usualSeverity = (rule: Asking): Severity =>
  severityFor(rule, defaultTargets) ?? severityFor(rule, targetNames) ?? 'note'

/** Whether some target refuses it, or nothing can be made of it: whoever that is, it may stop a build. */
export const canStop = (rule: Asking): boolean => severityFor(rule, targetNames) === 'error'

/** Only what these ask for. */
export const askedOf = (askedBy: AskedBy, targets: Targets): AskedBy =>
  Object.fromEntries(
    Object.entries(askedBy).filter(([party]) => heardWith(targets).some(one => one === party)),
  )
