/** What the browser keeps for this show: where one stopped, and how fast one listens. A browser may refuse to. */
export const recall = (key: string): string | undefined => {
  try {
    return localStorage.getItem(`podcast ${key}`) ?? undefined
  } catch {
    return undefined
  }
}

export const remember = (key: string, value: string | undefined): void => {
  try {
    if (value === undefined) localStorage.removeItem(`podcast ${key}`)
    else localStorage.setItem(`podcast ${key}`, value)
  } catch {
    // Then it starts anew next time.
  }
}
