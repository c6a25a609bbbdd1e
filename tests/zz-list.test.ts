import { writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { recipe } from './support/recipe.ts'
test('make', () => {
  const m: Record<string,[string,string]> = { 'trunc.mp3':['mp3','60 cut in half'], 'joined.mp3':['mp3','30 then 20'],'lies.mp3':['mp3','60 that claims 120'],'lead.mp3':['mp3','10 after 5000 bytes of noise'],'inner.mp3':['mp3','10 with 5000 bytes of noise inside'],'trail.mp3':['mp3','10 before 5000 bytes of noise'],'f.flac':['flac','10'],'a.aac':['aac','10'],'end.m4a':['m4a','10 with its index at the end'],'cmyk.jpg':['jpeg','3000 cmyk'],'grey.jpg':['jpeg','3000 grey'],'pal.png':['png','3000 palette'],'alpha.png':['png','3000 with alpha'],'ga.png':['png','3000 grey with alpha'],'tr.png':['png','3000 transparent palette'],'dpi.jpg':['jpeg','3000 at 300 dpi'],'prog.jpg':['jpeg','3000 progressive'],'sq.jpg':['jpeg','5000x4000'],'grey.png':['png','3000 grey'] }
  for (const [n,[k,w]] of Object.entries(m)) writeFileSync('/tmp/pm-rep/'+n, recipe(k,w))
})
