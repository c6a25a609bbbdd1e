import { type Command, Option } from 'commander'
import { repeated } from './command.ts'

/** The values that an option takes, of whoever knows them; it is loaded when help is printed, and no sooner. */
type Values = () => Promise<readonly string[]>

/** An option whose values are a list of another part of the program: help is the list as it is, and no copy of it. */
class ListedOption extends Option {
  readonly says: string
  readonly values: Values

  constructor(flags: string, says: string, values: Values) {
    super(flags, says)
    this.says = says
    this.values = values
  }
}

/** Before help is printed. */
export const listValues = async (command: Command): Promise<void> => {
  for (const option of command.options)
    if (option instanceof ListedOption)
      option.description = `${option.says}: ${(await option.values()).join(', ')}`
}

/** The values of an option that has a list of them, as they can be written; none of any other. */
export const valuesOf = async (option: Option): Promise<readonly string[]> =>
  option instanceof ListedOption
    ? (await option.values()).filter(value => /^[\w-]+$/.test(value))
    : (option.argChoices ?? [])

const values = () => import('../option-values.ts')

export const reporterOption = (): Option =>
  new ListedOption(
    '--reporter <name>',
    'how problems are printed',
    async () => (await values()).reporterNames,
  )

export const differenceReporterOption = (): Option =>
  new ListedOption(
    '--reporter <name>',
    'how the difference is printed',
    async () => (await values()).differenceReporterNames,
  )

export const forOption = (): Option =>
  new ListedOption(
    '--for <names>',
    'whom the show is made for, instead of whom it names',
    async () => (await values()).targetNames,
  )

export const sortOption = (): Option =>
  new ListedOption(
    '--sort <order>',
    'in which order problems are printed',
    async () => (await values()).orders,
  )

/** Of a command that compares with a feed when it is told to. */
export const lenientOption = (): Option =>
  new Option('--lenient', 'read the feed of --against as far as it can be understood')

export const acceptOption = (says: string): Option =>
  new ListedOption('--accept <change>', says, async () => (await values()).acceptForms).argParser(repeated)
