/** What axe finds on a page: https://github.com/dequelabs/axe-core */

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

export type ColorScheme = 'light' | 'dark'

/** The rule, and the first element that breaks it. Only colours differ in the dark, so that there is no more to judge. */
export const violationsOn = async (
  page: Page,
  colorScheme: ColorScheme,
  exclude?: string,
): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page })
  if (exclude !== undefined) axe.exclude(exclude)
  if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block'])
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
