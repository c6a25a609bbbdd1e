import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'files/encoding',
  always: 'broken',
  inherits: 'never',
  title: 'Text is UTF-8',
  why: 'In any other encoding every letter beyond English comes out wrong in every app.',
  specs: ['https://www.rfc-editor.org/rfc/rfc3629'],
  askedBy: { apple: 'refuses', psp1: 'requires' },
  covers: ['doc-utf8'],
  example: {
    bad: { '001.md': '!latin1 ---\ntitle: Café\ndate: 2026-01-05\n---\n' },
    good: { '001.md': 'title: Café' },
  },
}
export default rule
