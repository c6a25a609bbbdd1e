import { explain, familiesOf, listRules } from '../report/index.ts'
import { currentId, retiredRule } from '../retired.ts'
import { rules, rulesById } from '../rules.ts'
import { ours } from '../units/shell.ts'
import { nearest } from '../units/text.ts'
import { type ExitCode, hint, type Io, UsageError } from './io.ts'
import { columnsOf, hasColour } from './terminal.ts'

export const runExplain = async (asked: string | undefined, io: Io): Promise<ExitCode> => {
  const options = {
    colour: hasColour(io.stdout, io.env),
    width: columnsOf(io.stdout, io.env, 100),
  }
  if (asked === undefined) io.stdout.write(hint(listRules(rules, options), io))
  else {
    const gone = retiredRule(asked)
    const rule = rulesById.get(currentId(asked))
    if (gone !== undefined)
      io.stdout.write(`${asked} is no longer a rule. ${gone.because}\n${rule ? '\n' : ''}`)
    const family = familiesOf(rules).find(([name]) => name === asked.replace(/\/$/, ''))
    if (rule) io.stdout.write(explain(rule, options))
    else if (family) io.stdout.write(hint(listRules(family[1], options), io))
    else if (gone === undefined) throw new UsageError(unknown(asked))
  }
  return 0
}

const unknown = (asked: string): string => {
  const near = nearest(asked, rulesById.keys())
  return `there is no rule "${asked}"; ${near === undefined ? `run \`${ours('explain')}\` for all of them` : `did you mean ${near}?`}`
}
