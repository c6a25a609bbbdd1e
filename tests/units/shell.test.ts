import { describe, expect, test } from 'vitest'
import { newCommand, ours } from '../../src/units/shell.ts'

describe('a hint can be pasted into a shell', () => {
  test.each([
    [ours(), 'build-feed'],
    [ours('validate --fix'), 'build-feed validate --fix'],
    [ours('init', 'talks'), 'build-feed init talks'],
    [ours('init', 'my show'), 'build-feed init "my show"'],
    [ours('', 'a', '$(b)', '-c'), 'build-feed a "\\$(b)" ./-c'],
    [newCommand('episodes', 'My "best".mp3'), 'build-feed new "My \\"best\\".mp3"'],
    [newCommand('my show', 'a.mp3'), 'build-feed new --show "my show" a.mp3'],
  ])('%s', (written, expected) => expect(written).toBe(expected))
})
