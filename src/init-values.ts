/**
 * What `init` writes where only a person knows the right value. The rule that finds what is left of it reads it here too,
 * so that the two cannot drift apart.
 */

import { hostToFillIn } from './units/host.ts'

export const initValues = {
  title: 'My show',
  address: `https://${hostToFillIn}/`,
  /** What version 0.1.0 wrote, and made guids of. */
  earlierAddress: 'https://www.example.com/',
  name: 'Your Name',
  email: 'you@example.com',
  about: 'What the show is about, in a few sentences: this is its description.',
  notes: 'What this episode is about.',
} as const
