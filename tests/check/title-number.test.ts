import { describe, expect, test } from 'vitest'
import { titleNumber } from '../../src/check/rules/episode/number-in-title.ts'
import { documentOf, frontMatter, goodShow } from '../support/good-show.ts'
import { growth, LINEAR } from '../support/growth.ts'
import { runShow } from '../support/run.ts'

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
    ['The beginning of it, S1E3', 3, { mark: 'S1E3', rest: 'The beginning of it' }],
    ['What we live for (Ep. 3)', undefined, { mark: '(Ep. 3)', rest: 'What we live for' }],
    ['What we live for - Ep. 3', undefined, { mark: 'Ep. 3', rest: 'What we live for' }],
    ['Ep. 3: of mice and men', undefined, { rest: 'of mice and men' }],
    ['Ep. 3 On the quay', undefined, { rest: 'On the quay' }],
    ['Folge 7', undefined, { mark: 'Folge 7', episode: 7, rest: '' }],
  ])('%s', (title, known, found) => {
    expect(titleNumber(title, known)).toMatchObject(found)
  })

  test.each([
    ['Undated draft of S1E3', 3],
    ['Thoughts on Episode 3', 3],
    ['Willkommen zu Folge 3', 3],
    ['Retour sur #3', 3],
    ['Vorspann zur Folge 3', 3],
    ['Episode 3 of our journey', 3],
    ['Episode 3 is here', 3],
  ])('%s without it is no title; with another number it is of another one', (title, known) => {
    expect(titleNumber(title, known)).toMatchObject({ episode: 3, rest: '' })
    expect(titleNumber(title, 7)).toBeUndefined()
    expect(titleNumber(title, undefined)).toBeUndefined()
  })

  test('a title is suggested only where one is left', async () => {
    const { diagnostics } = await runShow({
      ...goodShow(),
      '001.md': documentOf(
        { ...frontMatter['001.md'], title: 'Undated draft of S1E1', season: '1', episode: '1' },
        'x\n',
      ),
    })
    const said = diagnostics.filter(({ rule }) => rule === 'episode/title-number')
    expect(said.map(({ help }) => help)).toEqual(['Write a `title` that says what it is about.'])
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
