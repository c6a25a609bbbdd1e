import type { UpcomingFlags } from '../run-upcoming.ts'
import type { CommandDefinition } from './command.ts'

const examples = `
Examples:
  $ build-feed upcoming                       what goes live when
  $ build-feed upcoming --cron "0 8 * * *"    and which run publishes it (UTC, as on GitHub)
  $ build-feed upcoming --cron "0 8 * * *" --cron-zone Europe/Berlin
  $ build-feed upcoming --json                for other programs
`

export const upcoming: CommandDefinition = {
  name: 'upcoming',
  synonyms: ['next', 'schedule', 'scheduled', 'calendar', 'due'],
  define: (program, start) => {
    program
      .command('upcoming')
      .description('Lists the episodes that are still to come, and when each goes live.')
      .argument('[show]', 'show folder (default: episodes)')
      .option('--cron <expression>', 'when CI builds, to see which run publishes each episode')
      .option('--cron-zone <zone>', "the schedule's time zone", 'UTC')
      .option('--as-of <instant>', 'look as if it were that moment')
      .option('--json', 'print JSON')
      .addHelpText('after', examples)
      .action((show: string | undefined, flags: UpcomingFlags) =>
        start(async io => (await import('../run-upcoming.ts')).runUpcoming(show, flags, io)),
      )
  },
}
