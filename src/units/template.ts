/** Liquid, Jinja, Twig and Nunjucks; Hugo and Handlebars. */
const TEMPLATE = /\{%-?\s*\/?\w[^{}%]{0,300}%\}|\{\{[<%&#/>-]?\s*[\w./$"'][^{}]{0,300}\}\}/

/** The first sign of a template in a text, which only a site generator puts something in the place of. */
export const templateIn = (text: string): string | undefined =>
  text.includes('{') ? TEMPLATE.exec(text)?.[0] : undefined
