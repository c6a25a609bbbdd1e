import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/duplicate-key',
  always: 'broken',
  inherits: 'never',
  title: 'A key stands once',
  why: 'Of two values one would be thrown away in silence, and which one differs from program to program.',
  specs: ['https://yaml.org/spec/1.2.2/'],
  covers: ['doc-no-duplicate-singletons'],
  example: {
    bad: { '001.md': '!text ---\ntitle: First light\ndate: 2026-01-05\ntitle: Second light\n---\n' },
    good: { '001.md': 'title: First light' },
  },
}
export default rule
