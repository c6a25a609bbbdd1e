/** The controls of the look: what is changed shows at once in the page beside them, and is written when somebody says so. */

export interface ThemeChoice {
  readonly values: Readonly<Record<string, string>>
  readonly dark: Readonly<Record<string, string>>
}

export const themeControls = (form: HTMLFormElement, write: (choice: ThemeChoice) => void): void => {
  const frame = document.querySelector<HTMLIFrameElement>('iframe.shown')!
  const scheme = form.querySelector<HTMLSelectElement>('[name="scheme"]')!
  const rows = [...form.querySelectorAll<HTMLElement>('[data-key]')]

  /** What is shown: of each variable what is written, or what it is without. */
  const show = (): void => {
    const root = frame.contentDocument?.documentElement
    for (const row of rows) {
      const of = row.dataset.scheme
      row.hidden = of !== undefined && of !== scheme.value
      if (row.hidden) continue
      const input = inputOf(row)
      root?.style.setProperty(row.dataset.css!, input.value.trim() || row.dataset.usual!)
      const picker = row.querySelector<HTMLInputElement>('[type="color"]')
      const shown = hexOf(input.value.trim() || row.dataset.usual!)
      if (picker !== null && shown !== undefined) picker.value = shown
    }
  }
  form.addEventListener('input', event => {
    const picker = event.target as HTMLInputElement
    if (picker.type === 'color') inputOf(picker.closest<HTMLElement>('[data-key]')!).value = picker.value
    show()
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    const written = (isDark: boolean) =>
      Object.fromEntries(
        rows
          .filter(row => (row.dataset.scheme === 'dark') === isDark)
          .map(row => [row.dataset.key!, inputOf(row).value.trim()]),
      )
    write({ values: written(false), dark: written(true) })
  })
  frame.addEventListener('load', show)
  show()
}

const inputOf = (row: HTMLElement): HTMLInputElement => row.querySelector<HTMLInputElement>('[type="text"]')!

/** As the picker of colours wants it; undefined of what is no colour. */
const hexOf = (colour: string): string | undefined => {
  const context = document.createElement('canvas').getContext('2d')!
  context.fillStyle = '#010203'
  context.fillStyle = colour
  const found = String(context.fillStyle)
  return /^#[0-9a-f]{6}$/.test(found) && (found !== '#010203' || colour === found) ? found : undefined
}
