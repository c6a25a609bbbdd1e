import type { Place } from '../diagnostic.ts'
import type { ValueProblem } from '../schema/index.ts'

/** What stands in a feed and no field can hold. */
export interface RefusedValue extends ValueProblem {
  readonly place: Place
}
