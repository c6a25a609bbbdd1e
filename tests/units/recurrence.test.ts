import { describe, expect, test } from 'vitest'
import { readRecurrence } from '../../src/units/recurrence.ts'

describe('a recurrence rule', () => {
  // The examples of RFC 5545 3.8.5.3, and what calendars write.
  test.each([
    'FREQ=DAILY;COUNT=10',
    'FREQ=DAILY;UNTIL=19971224T000000Z',
    'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    'FREQ=MONTHLY;BYMONTHDAY=-3',
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    'FREQ=YEARLY;BYDAY=20MO',
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40',
    'freq=weekly;byday=tu',
    'FREQ=WEEKLY;UNTIL=20261231',
  ])('%s', rule => expect(readRecurrence(rule).problem).toBeUndefined())

  test.each([
    ['', 'NAME=value'],
    ['BYDAY=TU', 'no FREQ'],
    ['RRULE:FREQ=WEEKLY', 'NAME=value'],
    ['FREQ=FORTNIGHTLY', 'FORTNIGHTLY'],
    ['FREQ=WEEKLY;FREQ=DAILY', 'twice'],
    ['FREQ=WEEKLY;', 'NAME=value'],
    ['FREQ=WEEKLY;COUNT=0', 'from 1'],
    ['FREQ=WEEKLY;INTERVAL=two', 'from 1'],
    ['FREQ=WEEKLY;COUNT=2;UNTIL=20261231', 'both COUNT and UNTIL'],
    ['FREQ=WEEKLY;UNTIL=2026-12-31', 'neither a date'],
    ['FREQ=WEEKLY;UNTIL=20261331', 'neither a date'],
    ['FREQ=WEEKLY;BYDAY=TUE', '"TUE" is not a weekday'],
    ['FREQ=WEEKLY;BYDAY=1TU', 'numbered weekday'],
    ['FREQ=MONTHLY;BYDAY=0TU', '"0TU" is not a weekday'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO', 'BYWEEKNO'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'does not go with FREQ=WEEKLY'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY=32'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY=0'],
    ['FREQ=YEARLY;BYMONTH=-1', 'BYMONTH=-1'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS without'],
    ['FREQ=WEEKLY;WKST=MONDAY', 'WKST=MONDAY'],
    ['FREQ=WEEKLY;BYEASTER=1', 'BYEASTER'],
  ])('%s: %s', (rule, what) => expect(readRecurrence(rule).problem?.what).toContain(what))

  test('says whether it counts, and in which form it ends', () => {
    expect(readRecurrence('FREQ=DAILY;COUNT=3')).toEqual({ hasCount: true })
    expect(readRecurrence('FREQ=DAILY;UNTIL=20261231')).toEqual({ hasCount: false, until: 'date' })
    expect(readRecurrence('FREQ=DAILY;UNTIL=20261231T060000Z').until).toBe('date-time')
  })

  test('a hostile rule is read in no time', () => {
    expect(readRecurrence(`FREQ=DAILY;BYHOUR=${'1,'.repeat(200_000)}`).problem).toBeDefined()
    expect(readRecurrence(';'.repeat(500_000)).problem).toBeDefined()
  })
})
