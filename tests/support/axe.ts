/** What axe finds on a page: https://github.com/dequelabs/axe-core */

import { source } from 'axe-core'
import type { Page } from 'playwright-core'

export type ColorScheme = 'light' | 'dark'

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** The rule, and the first element that breaks it. Only colours differ in the dark, so that there is no more to judge. */
export const violationsOn = async (
  page: Page,
  colorScheme: ColorScheme,
  exclude?: string,
): Promise<readonly string[]> => {
  // Straight into the page: its frames are not ours to judge, and it may have been judged before.
  await page.evaluate(`if (!('axe' in window)) { ${source} }`)
  const options = {
    resultTypes: ['violations'],
    iframes: false,
    ...(colorScheme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
  }
  const context = exclude === undefined ? {} : { exclude: [exclude] }
  const { violations } = await page.evaluate<{ violations: readonly Violation[] }>(
    `axe.run(${JSON.stringify({ include: ['html'], ...context })}, ${JSON.stringify(options)})`,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
