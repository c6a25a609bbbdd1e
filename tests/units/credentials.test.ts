import { describe, expect, test } from 'vitest'
import { hasCredentials, masked, redacted } from '../../src/units/credentials.ts'

const secret = 's3cr3t'

describe('an address that holds a password, or a token', () => {
  test.each([
    `https://jo:${secret}@show.example/x.mp3`,
    `http://${secret}@show.example`,
    `https://jo:${secret}%21@show.example:8080/a?b#c`,
    `https://jo@x:${secret}@show.example/`,
    `HTTPS://jo:${secret}@show.example/`,
    `https:jo:${secret}@show.example/`,
    `https:/jo:${secret}@show.example/`,
    `https:\\\\jo:${secret}@show.example\\x`,
    `//jo:${secret}@show.example/x`,
    `ftp://jo:${secret}@show.example/`,
    `rtsp://jo:${secret}@show.example/`,
    `https://jo:p/${secret}@show.example/`,
    `https://jo:p?${secret}@show.example/`,
    `https://jo:#${secret}@show.example/`,
    `https://jo:80x${secret}@show.example/`,
    `https://jo:"${secret}"@show.example/`,
    `https://[::1]:80/?u=https%3A%2F%2Fjo%3A${secret}%40show.example%2F`,
    `https://op3.dev/e/jo:${secret}@show.example/x.mp3`,
    `jo:${secret}@show.example/x.mp3`,
    `see (https://jo:${secret}@show.example/) and "https://${secret}@b.example"`,
  ])('%s', text => {
    expect(hasCredentials(text)).toBe(true)
    expect(redacted(text)).not.toContain(secret)
    expect(redacted(redacted(text))).toBe(redacted(text))
    expect(masked(text)).not.toContain(secret)
    expect(masked(text)).toHaveLength(text.length)
    expect(redacted(text)).toMatch(/@|%40/)
  })
})

test.each([
  'https://show.example/@jo',
  'https://show.example/a?to=jo@show.example',
  'https://show.example:8080/@jo',
  'https://show.example:8080',
  'https://en.wiki.example/wiki/User:Jo@home',
  'https://show.example/#jo@home',
  'mailto:jo@show.example',
  'acct:jo@social.example/x',
  'jo@show.example',
  'Jo Pier <jo@show.example>',
  'at 12:30 with jo@show.example/',
  '// a comment for jo@show.example',
  'and/or jo@show.example',
  'https://show.example/a%2F%2Fb/jo@x',
])('%s holds none, and stays as it is', text => {
  expect(redacted(text)).toBe(text)
  expect(masked(text)).toBe(text)
  expect(hasCredentials(text)).toBe(false)
})

/** Each would take hours if every sign were held against all of the text before it. */
test.each([
  '/',
  'a:',
  '@',
  'https://a:',
  '//a@',
  '%2F%2F%40',
  'a.',
  '~',
  'https:',
  ':https:a',
  '//a:b',
  '%2F%2Fa',
  'jo:x@y.z ',
])('a text made of %s is looked through once', unit => {
  const text = `@ ${unit.repeat(Math.ceil(300_000 / unit.length))}@`
  expect(masked(text)).toHaveLength(text.length)
})
