/** An address without its scheme is corrected, in the user's own words, wherever one is written. */

import { expect, test } from 'vitest'
import { lay } from './support/lay.ts'
import { runShow } from './support/run.ts'
import { say } from './support/terminal.ts'

const JO = 'jo.github.io/podcast'

const helps = async (file: string, line: string): Promise<readonly (string | undefined)[]> => {
  const { diagnostics } = await runShow(lay({ [file]: line }).files)
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ help }) => help)
}

test.each(['baseUrl', 'audioBaseUrl'])('%s is a folder', async field => {
  expect(await helps('show.md', `${field}: ${JO}`)).toEqual([`Write \`https://${JO}/\`.`])
})

test.each([
  ...['link', 'feedUrl', 'newFeedUrl', 'hub'].map(field => `${field}: ${JO}`),
  `persons: { name: Ada, href: ${JO} }`,
  `funding: { url: ${JO}, text: Give }`,
  `license: { name: own-terms, url: ${JO} }`,
  `publisher: { feedGuid: 2c1a8b0e-7f53-5d0e-9a41-6d1f0f7b9c22, feedUrl: ${JO} }`,
  `pages: { next: ${JO} }`,
])('show.md %s', async line => {
  expect(await helps('show.md', line)).toContain(`Write \`https://${JO}\`.`)
})

test.each([
  ...['link', 'comments'].map(field => `${field}: ${JO}`),
  `contentLinks: { href: ${JO}, text: Watch }`,
  `socialInteract: { uri: https://social.example/@ada/1, accountUrl: ${JO} }`,
  `source: { url: ${JO}, title: A friend }`,
])('an episode: %s', async line => {
  expect(await helps('001.md', line)).toContain(`Write \`https://${JO}\`.`)
})

test.each([
  ['show.example:8080/x', 'Write `https://show.example:8080/x/`.'],
  ['htps://jo.github.io', 'Write `https://jo.github.io/`.'],
  ['<https://jo.github.io/podcast>', 'Write `https://jo.github.io/podcast/`.'],
  ['ftp://jo.github.io/', 'Write an address that begins with `https://`.'],
  ['/podcast', 'Write the whole address, such as `https://show.example/podcast`.'],
])('baseUrl: %s', async (written, help) => {
  expect(await helps('show.md', `baseUrl: "${written}"`)).toEqual([help])
})

test.each([
  ['show.md', 'image: cdn.show.example/cover.jpg', 'write `cover.jpg`'],
  ['001.md', 'audio: media.show.example/001.mp3', 'write `001.mp3`'],
  ['001.md', 'persons: { name: Ada, img: ada.example/me.jpg }', 'copy the file into the show folder'],
])('where a file may be named too, %s %s', async (file, line, otherwise) => {
  const meant = /[\w.]+\/[\w.]+/.exec(line)![0]
  expect(await helps(file, line)).toContain(
    `Write \`https://${meant}\` if it is served there; else ${otherwise}.`,
  )
})

test('an e-mail address is no page', async () => {
  const [help] = await helps('show.md', 'link: ada@show.example')
  expect(help).toContain('an e-mail address goes into `owner`')
})

test('on the command line too', async () => {
  const { code, stderr } = await say({ cwd: '.' }, '--base-url', JO)
  expect([code, stderr]).toEqual([
    2,
    `build-feed: --base-url "${JO}" is not a full address; write https://${JO}/\n`,
  ])
})
