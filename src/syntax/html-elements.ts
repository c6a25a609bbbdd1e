/** https://html.spec.whatwg.org/multipage/indices.html#elements-3, and the obsolete elements that pages still hold. */
const ELEMENTS: ReadonlySet<string> = new Set(
  `a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col colgroup
  data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head
  header hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript
  object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small
  source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var
  video wbr
  acronym applet basefont bgsound big blink center dir font frame frameset image isindex keygen listing marquee menuitem
  multicol nextid nobr noembed noframes plaintext rb rtc spacer strike tt xmp`.split(/\s+/),
)

export const isForeign = (name: string): boolean => !name.includes('-') && !ELEMENTS.has(name.toLowerCase())

/** The tags of no HTML element, as they were written. */
export const foreignTags = (html: string): readonly string[] =>
  [...html.matchAll(/<\/?([A-Za-z][A-Za-z0-9-]*)[^<>]*>?/g)].flatMap(([tag, name]) =>
    isForeign(name!) ? [tag] : [],
  )

/**
 * Turns the `<` of what is no HTML element into text: of the `<T>` in a talk about generics, and of `</item>`. Names with
 * a hyphen are custom elements: https://html.spec.whatwg.org/multipage/custom-elements.html
 */
export const escapeForeignTags = (html: string): string =>
  html.replace(/<(?=\/?([A-Za-z][A-Za-z0-9-]*))/g, (bracket, name: string) =>
    isForeign(name) ? '&lt;' : bracket,
  )
