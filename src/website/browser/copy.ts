type Field = HTMLInputElement | HTMLTextAreaElement

export const copyButtons = (): void => {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const field = document.querySelector<Field>(button.dataset.copy ?? '')
    if (field === null) continue
    button.hidden = false
    button.addEventListener('click', () => void copied(button, field.value, field))
  }
}

/** Says so on the button, and aloud; where the browser refuses, nothing is said. False then. */
export const copied = async (button: HTMLButtonElement, text: string, field?: Field): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    if (!copiedBySelecting(button, text, field)) return false
  }
  const words = button.dataset.words ?? (button.dataset.words = button.textContent ?? '')
  button.ariaLive = 'polite'
  button.textContent = button.dataset.copied ?? ''
  setTimeout(() => {
    button.textContent = words
  }, 2000)
  return true
}

/** From a disk, and on pages that are not secure, a browser only copies what is selected. What it refused stays so, for the keys. */
const copiedBySelecting = (button: HTMLButtonElement, text: string, field?: Field): boolean => {
  const source = field ?? document.body.appendChild(document.createElement('textarea'))
  if (field === undefined) source.value = text
  source.select()
  const isDone = document.execCommand('copy')
  if (field === undefined) source.remove()
  // Who goes by keyboard goes on from the button.
  if (isDone || field === undefined) button.focus()
  return isDone
}
