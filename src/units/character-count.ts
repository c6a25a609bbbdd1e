/** Code points: what a person counts as characters, near enough. A pair of surrogates is one. */
export const characterCount = (text: string): number =>
  text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0)
