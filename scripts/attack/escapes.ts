import { asTests } from './vitest.ts'

/** Every field that names a file, by every way out; and files and folders that are swapped while they are opened. */
export const escapes = asTests(
  'escapes',
  'every field that names a file by every way out of the show, and swaps between the steps of opening one',
  ['attack', 'door'],
)
