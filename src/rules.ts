/** Every rule, in the order of the reference: reading, measuring, judging, allowing, writing, and those of feeds. */

import { allowRules } from './allow/rules/index.ts'
import { checkRules } from './check/index.ts'
import type { RuleWords } from './diagnostic.ts'
import { importRules } from './feed/index.ts'
import { loadRules } from './load/rules/index.ts'
import { probeRules } from './probe/rules/index.ts'
import { websiteRules } from './website/rules/index.ts'
import { writeRules } from './write/rules/index.ts'

/** Every rule there is, with its reason, an example of each kind, and who asks for it. */
export const rules: readonly RuleWords[] = [
  ...loadRules,
  ...probeRules,
  ...checkRules,
  ...allowRules,
  ...websiteRules,
  ...writeRules,
  ...importRules,
]

export const rulesById: ReadonlyMap<string, RuleWords> = new Map(rules.map(rule => [rule.id, rule]))
