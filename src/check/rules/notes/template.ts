import { inNotes, type Rule } from '../../evidence.ts'

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
  *checkItem(item) {
    const [first, ...others] = inNotes(item, 'template')
    if (first === undefined) return
    const more = others.length === 0 ? '' : `, and ${others.length} more like it`
    yield {
      place: first.place,
      message: `${first.value} in ${first.where} belongs to the template of a web site, and listeners would read it as it is written${more}`,
      help: 'Write what it stands for, or put it in backticks if it is meant as text.',
    }
  },
}
export default rule
