import { setFlagsFromString } from 'node:v8'

/**
 * V8 optimises what runs hot, on a thread of its own; a build of a thousand episodes is over before that has paid, and half of the
 * CPU that it takes is lost. Called this much later (in bytes of bytecode that a function has run; by default 132 KB),
 * it still helps a build of ten thousand. Measured in bench/README.md.
 */
export const optimiseLater = (): void => setFlagsFromString('--interrupt-budget=400000')
