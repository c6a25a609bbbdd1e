/** The lists of others, as they stand at their source. */

import { describe, expect, test } from 'vitest'
import { creativeCommonsUrl, licenseSlug, licenses } from '../src/vocabulary/licenses.ts'
import { groupsOf, personGroups, personRoles } from '../src/vocabulary/person-taxonomy.ts'
import { isListMedium, mediums } from '../src/vocabulary/podcast-words.ts'
import { services } from '../src/vocabulary/services.ts'

describe('the Podcast Taxonomy', () => {
  test('has 63 roles in 11 groups, and one role in two of them', () => {
    expect(Object.keys(personGroups)).toHaveLength(11)
    expect(Object.values(personGroups).flat()).toHaveLength(63)
    expect(personRoles.filter(role => groupsOf(role).length > 1)).toEqual(['editor'])
  })

  test('is compared without regard to case', () => {
    expect(groupsOf('Cover Art DESIGNER')).toEqual(['visuals'])
    expect(groupsOf('wizard')).toEqual([])
  })
})

test('services: 58 slugs, sorted, each once', () => {
  expect(services).toHaveLength(58)
  expect([...new Set(services)].sort()).toEqual([...services].sort())
})

test('mediums: nine, their lists, and mixed', () => {
  expect(mediums).toHaveLength(19)
  expect(mediums.filter(isListMedium)).toHaveLength(10)
})

test('licences are known by the list, and Creative Commons by its own addresses', () => {
  expect(Object.values(licenses).every(url => URL.canParse(url))).toBe(true)
  expect(licenseSlug('cc-by-nc-nd-4.0')).toBe('CC-BY-NC-ND-4.0')
  expect(creativeCommonsUrl('CC-BY-SA-4.0')).toBe('https://creativecommons.org/licenses/by-sa/4.0/')
  expect(creativeCommonsUrl('CC0-1.0')).toBe('https://creativecommons.org/publicdomain/zero/1.0/')
  expect(creativeCommonsUrl('MIT')).toBeUndefined()
})
