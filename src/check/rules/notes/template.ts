import { inNotes, type Rule } from '../../evidence.ts'

const help = 'Write what each stands for, or put it in backticks if it is meant as text.'

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
    message: `the notes hold ${count} remains of the template of a web site, which listeners would read as they are written`,
    help,
  }),
  *checkItem(item) {
    for (const { value, where, place } of inNotes(item, 'template'))
      yield {
        place,
        message: `${value} in ${where} belongs to the template of a web site, and listeners would read it as it is written`,
        help,
      }
  },
}
export default rule
