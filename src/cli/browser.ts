/** The only door to open: the browser of the person who runs the program. */

/** Gives the reason why none could be opened. */
export const openInBrowser = async (address: string): Promise<string | undefined> => {
  try {
    const { default: open } = await import('open')
    await open(address)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
