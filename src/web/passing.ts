/** Answers that speak of the host's trouble of the moment, and not of the file. */
export const PASSING: readonly number[] = [429, 500, 502, 503, 504]
