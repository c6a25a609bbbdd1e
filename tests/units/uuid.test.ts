import { describe, expect, it } from 'vitest'
import { isNilUuid, isUuid, podcastGuid, uuidV5 } from '../../src/units/uuid.ts'

describe('podcast:guid', () => {
  // The vectors of https://podcasting2.org/docs/podcast-namespace/tags/guid
  it.each([
    ['https://mp3s.nashownotes.com/pc20rss.xml', '917393e3-1b1e-5cef-ace4-edaa54e1f810'],
    ['podnews.net/rss', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
    ['http://podnews.net/rss//', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
  ])('of %s', (url, guid) => expect(podcastGuid(url)).toBe(guid))

  it('keeps case and query', () => {
    expect(podcastGuid('https://Podnews.net/rss')).not.toBe(podcastGuid('https://podnews.net/rss'))
    expect(podcastGuid('https://podnews.net/rss?a=1')).not.toBe(podcastGuid('https://podnews.net/rss'))
  })
})

it('makes the UUID of RFC 9562, appendix A.4', () =>
  expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  ))

it('knows a UUID, and the one that says nothing', () => {
  expect(isUuid('917393E3-1B1E-5CEF-ACE4-EDAA54E1F810')).toBe(true)
  expect(isUuid('917393e3-1b1e-5cef-ace4-edaa54e1f81')).toBe(false)
  expect(isUuid(' 917393e3-1b1e-5cef-ace4-edaa54e1f810')).toBe(false)
  expect(isNilUuid('00000000-0000-0000-0000-000000000000')).toBe(true)
  expect(isNilUuid('917393e3-1b1e-5cef-ace4-edaa54e1f810')).toBe(false)
})
