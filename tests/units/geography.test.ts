import { describe, expect, test } from 'vitest'
import { geoProblem, isOsmId, toGeoUri } from '../../src/units/geography.ts'

describe('a geo URI', () => {
  // https://www.rfc-editor.org/rfc/rfc5870#section-6
  test.each([
    'geo:13.4125,103.8667',
    'geo:48.2010,16.3695,183',
    'geo:90,-22.43;crs=WGS84',
    'geo:66,30;u=6.500;FOo=this%2dthat',
    'GEO:-27.86,153.3',
  ])('%s', uri => expect(geoProblem(uri)).toBeUndefined())

  test.each([
    ['geo:', 'is not latitude'],
    ['geo:51,2213 4,4051', 'is not latitude'],
    ['geo:91,0', 'beyond 90'],
    ['geo:0,181', 'beyond 180'],
    ['geo:1', 'is not latitude'],
    ['geo:1,2;u=far', 'metres'],
    ['51.2,4.4', 'is not latitude'],
  ])('%s', (uri, words) => expect(geoProblem(uri)).toContain(words))

  test('is made of what people write', () => {
    expect(['51.2,4.4', '51.2, 4.4', 'geo:51.2,4.4', ' geo: 51.2 , 4.4 '].map(toGeoUri)).toEqual(
      Array(4).fill('geo:51.2,4.4'),
    )
  })
})

test('an identifier of OpenStreetMap', () => {
  expect(['R59518', 'N1', 'W12#4'].every(isOsmId)).toBe(true)
  expect(['59518', 'r59518', 'R', 'R59518#', 'way/12', 'R 1'].some(isOsmId)).toBe(false)
})
