/**
 * What the libraries take that a build is made of, one after the other and nothing besides: gray-matter and zod read every page,
 * markdown-it renders it, music-metadata reads its recording, feed writes the XML. No duration is proved, no rule asked, nothing kept.
 */

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Feed } from 'feed'
import matter from 'gray-matter'
import MarkdownIt from 'markdown-it'
import { parseFile } from 'music-metadata'
import { z } from 'zod'

const [folder = '', out = ''] = process.argv.slice(2)
const schema = z.object({
  title: z.string(),
  description: z.string(),
  date: z.coerce.date(),
  season: z.number(),
  episode: z.number(),
  link: z.string(),
})
const markdown = new MarkdownIt({ html: true })
const feed = new Feed({ title: 'Bench', id: 'bench', link: 'https://show.example/', podcast: true })
for (const name of readdirSync(folder)) {
  if (!/^\d+\.md$/.test(name)) continue
  const { data, content } = matter(readFileSync(join(folder, name), 'utf8'))
  const { title, description, date, link } = schema.parse(data)
  const recording = join(folder, name.replace(/md$/, 'mp3'))
  const { format } = await parseFile(recording)
  feed.addItem({
    title,
    id: link,
    link,
    date,
    description,
    content: markdown.render(content),
    enclosure: {
      url: `${link}.mp3`,
      type: 'audio/mpeg',
      length: statSync(recording).size,
      duration: format.duration ?? 0,
    },
  })
}
writeFileSync(out, feed.rss2())
