import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'output/pages-left',
  always: 'advice',
  title: 'Pages that are no longer made are no longer there, or are meant to stay',
  why: 'A build without pages, after builds with them, leaves theirs in the output folder: people may have linked to them, so nothing is deleted. They say what the show said then, and the feed links to them no more.',
  specs: [],
  example: {
    bad: {
      'show.md': 'website: false',
      'public/index.html':
        '<!doctype html>\n<title>Harbour Notes</title>\n<meta name="generator" content="build-feed">',
    },
    good: {
      'show.md': 'website: false',
      'public/index.html': '<!doctype html>\n<title>A site of our own</title>',
    },
  },
}
export default rule
