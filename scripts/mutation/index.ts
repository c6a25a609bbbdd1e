import type { RuleWords } from '../../src/diagnostic.ts'
import { rules } from '../../src/rules.ts'
import { findingsNow as findings } from '../../tests/support/examples.ts'

declare global {
  var removedRule: string | undefined
}

type Verdict = 'killed' | 'SURVIVED' | 'no test'

/** A line per rule. Gives how many rules could lose their logic without a test that fails. */
export const mutate = async (say: (line: string) => void, asked: readonly string[]): Promise<number> => {
  const chosen = rules.filter(rule => asked.length === 0 || asked.some(part => rule.id.includes(part)))
  const width = Math.max(...chosen.map(rule => rule.id.length))
  let survivors = 0
  for (const rule of chosen) {
    const verdict = await verdictOn(rule)
    if (verdict !== 'killed') survivors++
    say(`${rule.id.padEnd(width)}  ${logicOf(rule).padEnd(18)}  ${verdict}`)
  }
  say(`${chosen.length} rules, ${survivors} that could be removed unnoticed`)
  return survivors
}

/** What a rule may have that finds something. */
const checks = ['check', 'checkShow', 'checkItem'] as const

const isJudging = (rule: RuleWords): boolean => checks.some(check => check in rule)

const logicOf = (rule: RuleWords): string => (isJudging(rule) ? 'check finds nothing' : 'findings renamed')

/** What tests/rules.test.ts asks of a bad example. */
const isFound = async ({ id, example }: RuleWords): Promise<boolean> =>
  (await findings(example.bad)).ids.includes(id)

const verdictOn = async (rule: RuleWords): Promise<Verdict> => {
  if (!(await isFound(rule))) return 'no test'
  return (await without(rule, () => isFound(rule))) ? 'SURVIVED' : 'killed'
}

const without = async <T>(rule: RuleWords, run: () => Promise<T>): Promise<T> => {
  if (!isJudging(rule)) {
    globalThis.removedRule = rule.id
    try {
      return await run()
    } finally {
      globalThis.removedRule = undefined
    }
  }
  const before = { ...rule }
  for (const check of checks) if (check in rule) Object.assign(rule, { [check]: () => [] })
  try {
    return await run()
  } finally {
    Object.assign(rule, before)
  }
}
