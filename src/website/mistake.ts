/** What a template says that cannot be done: where, and why. */
export class TemplateMistake extends Error {
  readonly template: string
  readonly line: number | undefined
  constructor(template: string, line: number | undefined, message: string) {
    super(message)
    this.template = template
    this.line = line
  }
}
