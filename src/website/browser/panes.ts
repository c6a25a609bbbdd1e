/** The pages of a preview that are about the show: what was found opens the editor, and the variables of the look can be tried. */

import { themeControls } from './theme-controls.ts'

/** Only this server's own pages may ask it to do something: see preview/allowed.ts. */
const ask = async (path: string, body: unknown = {}): Promise<string> => {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) })
  return response.text()
}

const status = document.querySelector<HTMLElement>('[role="status"]')
const say = (text: string): void => {
  if (status !== null) status.textContent = text
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-finding]'))
  button.addEventListener('click', async () => say(await ask(`/-/open?${button.dataset.finding}`)))

const form = document.querySelector<HTMLFormElement>('form.theme')
if (form !== null) themeControls(form, async values => say(await ask('/-/theme', values)))
