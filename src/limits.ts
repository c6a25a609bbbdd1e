export const ofAKind = 20
export const longestQuote = 200
export const longestMessage = 1200
