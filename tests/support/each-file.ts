/** For every test file. */

import { afterAll } from 'vitest'
import { afterThisFile } from './after-file.ts'

afterAll(afterThisFile)
