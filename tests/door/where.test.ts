/** Which real paths are inside a show, and which names are never opened: also on systems that these tests do not run on. */

import { describe, expect, test } from 'vitest'
import { isDeviceName, whereIs } from '../../src/door/where.ts'

describe('where a real path is', () => {
  test.each([
    ['/s/e', '/s/e', 'inside', ''],
    ['/s/e', '/s/e/001.mp3', 'inside', '001.mp3'],
    ['/s/e', '/s/e/_masters/a b/001.mp3', 'inside', '_masters/a b/001.mp3'],
    ['/s/e', '/s/e2/001.mp3', 'outside', undefined],
    ['/s/e', '/s', 'outside', undefined],
    ['/s/e', '/etc/passwd', 'outside', undefined],
    ['/s/e', '/S/E/001.mp3', 'outside', undefined],
    // Two spellings of one letter are two folders here, and the system gives the one that is on the disk.
    ['/s/caf\u00e9', '/s/cafe\u0301/001.mp3', 'outside', undefined],
    ['/', '/001.mp3', 'inside', '001.mp3'],
    ['/s/e', '/s/e/.git/config', 'hidden', '.git/config'],
    ['/s/e', '/s/e/a/.env', 'hidden', 'a/.env'],
    ['/s/e', '/s/e/node_modules/x/y.js', 'hidden', 'node_modules/x/y.js'],
    ['/s/e', '/s/e/Node_Modules/x', 'hidden', 'Node_Modules/x'],
    // Above the show, anything may begin with a dot.
    ['/home/jo/.podcasts/e', '/home/jo/.podcasts/e/001.mp3', 'inside', '001.mp3'],
  ])('below %j, %j is %s', (root, real, kind, path) => {
    expect(whereIs(root, real, '/')).toEqual(path === undefined ? { kind } : { kind, path })
  })

  test.each([
    ['C:\\s\\e', 'C:\\s\\e\\a\\001.mp3', 'inside', 'a/001.mp3'],
    ['C:\\', 'C:\\001.mp3', 'inside', '001.mp3'],
    ['C:\\s\\e', 'C:\\s\\e2\\001.mp3', 'outside', undefined],
    ['C:\\s\\e', 'D:\\s\\e\\001.mp3', 'outside', undefined],
    ['C:\\s\\e', 'C:\\s\\e\\.git\\config', 'hidden', '.git/config'],
    ['\\\\host\\share\\e', '\\\\host\\share\\e\\001.mp3', 'inside', '001.mp3'],
    ['\\\\host\\share\\e', '\\\\other\\share\\e\\001.mp3', 'outside', undefined],
  ])('on Windows, below %j, %j is %s', (root, real, kind, path) => {
    expect(whereIs(root, real, '\\')).toEqual(path === undefined ? { kind } : { kind, path })
  })
})

describe('names that Windows keeps for devices', () => {
  test.each([
    ...[
      'CON',
      'con.mp3',
      'NUL',
      'nul.txt',
      'Aux.md',
      'PRN.',
      'COM1',
      'com0.md',
      'com9.vtt',
      'LPT1.md',
      'COM¹.md',
    ],
    ...['CONIN$', 'conout$.txt', 'con .mp3', 'NUL:', 'nul::$DATA'],
  ])('%j is one', name => expect(isDeviceName(name)).toBe(true))
  test.each(['console.md', 'com.md', 'com10.md', 'lpt.mp3', 'my.con', 'null.md', 'a con.md', ''])(
    '%j is not',
    name => expect(isDeviceName(name)).toBe(false),
  )
})
