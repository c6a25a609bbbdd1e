import { expect, test } from 'vitest'
import { fileFields, textFields } from './file-fields.ts'

test('the fields that name files are found by what the door opens, and each of these is among them', async () => {
  const found = await fileFields()
  const namesIn = (document: string): readonly string[] =>
    found.filter(field => field.document === document).map(field => field.name)
  expect(textFields.length).toBeGreaterThan(300)
  expect(namesIn('show')).toEqual(
    expect.arrayContaining([
      ...['image', 'images', 'images[].href', 'persons[].img', 'trailers[].url'],
      ...['liveItems[].images[].href', 'liveItems[].persons[].img'],
      'liveItems[].alternateEnclosures[].sources[].uri',
    ]),
  )
  expect(namesIn('episode')).toEqual(
    expect.arrayContaining([
      ...['audio', 'image', 'images[].href', 'persons[].img', 'transcripts', 'transcripts[].file'],
      ...['alternateEnclosures', 'alternateEnclosures[].sources[].uri', 'chapters', 'chapters[].image'],
    ]),
  )
})
