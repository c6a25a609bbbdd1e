import { describe, expect, test } from 'vitest'
import { titleNumber } from '../../src/check/rules/episode/number-in-title.ts'
import { growth, LINEAR } from '../support/growth.ts'

describe('a number in a title', () => {
  test.each([
    ['Ep. 12: Tide tables', 12, { mark: 'Ep. 12', episode: 12, rest: 'Tide tables' }],
    ['Episode 12 - Tide tables', undefined, { mark: 'Episode 12', episode: 12, rest: 'Tide tables' }],
    ['#12 Tide tables', undefined, { mark: '#12', episode: 12, rest: 'Tide tables' }],
    ['#05 Team Lead', 5, { mark: '#05', episode: 5, rest: 'Team Lead' }],
    ['S2E3: Tide tables', 3, { mark: 'S2E3', season: 2, episode: 3, rest: 'Tide tables' }],
    ['S02 E03 Tide tables', undefined, { mark: 'S02 E03', season: 2, episode: 3, rest: 'Tide tables' }],
    ['Tide tables (Ep 12)', undefined, { mark: '(Ep 12)', episode: 12, rest: 'Tide tables' }],
    ['Tide tables - S2E3', undefined, { mark: 'S2E3', season: 2, episode: 3, rest: 'Tide tables' }],
    ['012 - Tide tables', 12, { mark: '012', episode: 12, rest: 'Tide tables' }],
    ['Folge 7', undefined, { mark: 'Folge 7', episode: 7, rest: '' }],
  ])('%s', (title, known, found) => {
    expect(titleNumber(title, known)).toMatchObject(found)
  })

  test.each([
    ['1984', 12],
    ['101 Dalmatians', 101],
    ['12 Angry Men', 3],
    ['12: the number', 3],
    ['#1 mistake at sea', 7],
    ['Top 10 harbours', undefined],
    ['S4C', undefined],
    ['Se7en', undefined],
    ['Epic 12', undefined],
    ['The 39 steps', undefined],
    ['Web 2.0', undefined],
    ['Apollo 13', undefined],
    ['C# 12', undefined],
  ])('%s has none', (title, known) => {
    expect(titleNumber(title, known)).toBeUndefined()
  })

  test('takes its time of no title', () => {
    for (const part of ['#', ' ', 'ep. ', '(', 's1e', '1 '])
      expect(
        growth(
          n => part.repeat(n),
          15_000,
          title => titleNumber(title, 1),
        ),
      ).toBeLessThan(LINEAR)
  })
})
