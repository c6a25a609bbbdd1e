/** Language tags (BCP 47): https://www.rfc-editor.org/info/bcp47 */

/** `pt-BR` for `PT-br`, `de` for `deu`; what is no language tag stays as it is. */
export const canonicalLanguage = (tag: string): string => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag
  } catch {
    return tag
  }
}
