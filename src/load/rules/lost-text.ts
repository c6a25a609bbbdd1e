import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/lost-text',
  always: 'noticed',
  title: 'Nothing that was written is lost to YAML',
  why: 'Behind a # YAML sees a comment, behind & or ! a name of its own: a part of the text would go missing without a word.',
  specs: ['https://yaml.org/spec/1.2.2/#66-comments'],
  example: {
    bad: { '001.md': 'title: Harbours #4' },
    good: { '001.md': 'title: "Harbours #4"' },
  },
}
export default rule
