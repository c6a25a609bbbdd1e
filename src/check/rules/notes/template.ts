import { inNotes, type Rule } from '../../evidence.ts'

const help = 'Write the words themselves in its place, or put it in backticks if listeners should see it.'

const rule: Rule = {
  id: 'notes/template',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'document/template',
  title: 'The notes hold no remains of a template',
  why: 'A site generator puts something in the place of `{{ … }}` and `{% … %}`; build-feed does not run templates, and listeners would read the signs as they are written.',
  specs: ['https://shopify.github.io/liquid/basics/introduction/'],
  example: {
    bad: { '001.md': '!notes Hear {{ page.title }} in {% include player.html %}.' },
    good: { '001.md': '!notes Write `{{ page.title }}` to show the title.' },
  },
  together: count => ({
    message: `the notes contain ${count} placeholders of a web site's template, which listeners would see as they are written`,
    help,
  }),
  *checkItem(item) {
    for (const { value, where, place } of inNotes(item, 'template'))
      yield {
        place,
        message: `${value} in ${where} is a placeholder of a web site's template, and listeners would see it as it is written`,
        help,
      }
  },
}
export default rule
