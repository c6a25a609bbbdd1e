export const copyButtons = (): void => {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(button.dataset.copy ?? '')
    if (field === null) continue
    button.hidden = false
    button.addEventListener('click', () => void copied(button, field.value, field))
  }
}

/** Says so on the button. From a disk, and on pages that are not secure, a browser only copies what is selected. */
export const copied = async (
  button: HTMLButtonElement,
  text: string,
  field?: HTMLInputElement | HTMLTextAreaElement,
): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const source = field ?? document.body.appendChild(document.createElement('textarea'))
    if (field === undefined) source.value = text
    source.select()
    document.execCommand('copy')
    if (field === undefined) source.remove()
  }
  const words = button.dataset.words ?? (button.dataset.words = button.textContent ?? '')
  button.textContent = button.dataset.copied ?? ''
  setTimeout(() => {
    button.textContent = words
  }, 2000)
}
