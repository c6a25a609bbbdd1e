export const mostOfARuleInAFile = 50
export const longestQuote = 200
export const longestMessage = 1200
export const titlesOfAWord = 100
