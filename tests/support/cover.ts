import { jpeg } from './image.ts'

/** As directories want it. */
export const image = jpeg({ width: 3000, height: 3000 })
