import type { Rule } from '../../evidence.ts'
import { namedTogether, placeholdersIn } from './placeholders.ts'

const rule: Rule = {
  id: 'show/placeholder',
  always: 'broken',
  inherits: 'value',
  refusedSince: 2,
  title: 'What stood for your own words has been filled in',
  why: 'What `init` wrote, and addresses that are kept for examples, say nothing of the show. Published, they are what listeners see first, and the code that proves who owns the show is sent to nobody.',
  specs: ['https://www.rfc-editor.org/rfc/rfc2606'],
  example: {
    bad: { 'show.md': 'author: Your Name\nowner: { name: Your Name, email: you@example.com }' },
    good: { 'show.md': 'author: Ada Pier\nowner: { name: Ada Pier, email: ada@show.example }' },
  },
  *check(evidence) {
    // While the show has no address either, a build is provisional, and says all of this in one.
    if (evidence.identity?.isProvisional) return
    const all = placeholdersIn(evidence)
    const [first, ...others] = all
    if (first === undefined) return
    yield {
      place: first.place,
      message:
        others.length === 0
          ? `"${first.value}" is still a placeholder (${first.name}), and listeners and directories would see it`
          : `"${first.value}" and ${others.length} more ${others.length === 1 ? 'value' : 'values'} are still placeholders, and listeners and directories would see them: ${namedTogether(all, first.place.file)}`,
      help: others.length === 0 ? 'Write your own in its place.' : 'Replace each of them with your own.',
      related: others.map(({ place, value }) => ({ place, message: `still "${value}"` })),
    }
  },
}
export default rule
