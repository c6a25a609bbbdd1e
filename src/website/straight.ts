/**
 * A part of the door to liquidjs. The library renders by generators, ten for each value, so that it can wait for promises; nothing
 * of a page is one. Here texts, values and conditions are worked out by plain calls, and all else is left to the library. Every
 * template comes to the same text, in the same steps (tests/website/straight.test.ts).
 */

import {
  type Context,
  type Emitter,
  evalToken,
  type Filter,
  ForTag,
  IfTag,
  type Liquid,
  LiquidError,
  Output,
  RenderError,
  RenderTag,
  type Template,
  type Token,
  TypeGuards,
  toValue,
  toValueSync,
  type Value,
} from 'liquidjs'

type Evaluate = (context: Context) => unknown
type Step = (context: Context, emitter: Emitter) => unknown
type RenderAll = (templates: readonly Template[], context: Context, emitter?: Emitter) => string

/** From here on the engine renders so. */
export const renderStraight = (engine: Liquid): void => {
  const known = new WeakMap<readonly Template[], readonly Step[]>()
  const renderTemplates: RenderAll = (templates, context, emitter = textEmitter()) => {
    const steps = known.get(templates) ?? templates.map(template => stepOf(template, renderTemplates))
    known.set(templates, steps)
    context.renderLimit.check(0)
    for (let i = 0; i < steps.length; i++) {
      context.renderLimit.check(0)
      try {
        const html = steps[i]!(context, emitter)
        if (html) emitter.write(html)
      } catch (error) {
        throw LiquidError.is(error) ? error : new RenderError(error as Error, templates[i]!)
      }
      if (context.breakCalled || context.continueCalled) break
    }
    return emitter.buffer
  }
  Object.assign(engine, { renderer: { renderTemplates } })
}

const textEmitter = (): Emitter => ({
  buffer: '',
  write(html: unknown) {
    this.buffer += textOf(html)
  },
})

const textOf = (given: unknown): string => {
  const value: unknown = toValue(given)
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(textOf).join('')
  return value === undefined || value === null ? '' : String(value)
}

const stepOf = (template: Template, renderAll: RenderAll): Step => {
  if (TypeGuards.isHTMLToken(template.token)) {
    const text = template.token.getContent()
    return (_, emitter) => emitter.write(text)
  }
  if (template instanceof Output) {
    const value = evaluateOf(template.value)
    return (context, emitter) => emitter.write(value(context))
  }
  if (template instanceof IfTag) return ifOf(template, renderAll)
  if (template instanceof ForTag) return forOf(template, renderAll)
  if (template instanceof RenderTag) return partOf(template, renderAll)
  return (context, emitter) => sync(template.render(context, emitter))
}

const ifOf = ({ branches, elseTemplates = [] }: IfTag, renderAll: RenderAll): Step => {
  const all = branches.map(({ value, templates }) => ({ isMet: evaluateOf(value), templates }))
  return (context, emitter) => {
    const met = all.find(({ isMet }) => isTruthy(toValue(isMet(context))))
    renderAll(met?.templates ?? elseTemplates, context, emitter)
  }
}

/** Of most lists, such as the links of an episode, there is nothing. */
const forOf = (tag: ForTag, renderAll: RenderAll): Step => {
  const { collection, elseTemplates } = tag
  const path = pathOf(collection)
  return (context, emitter) => {
    const all = path && found(path, context)
    if (Array.isArray(all) && all.length === 0) renderAll(elseTemplates, context, emitter)
    else sync(tag.render(context, emitter))
  }
}

/** `{% render 'item', episode: one %}`: a template that is named, and sees what is handed to it. */
const partOf = (tag: RenderTag, renderAll: RenderAll): Step => {
  const { file, hash, currentFile, liquid, with: given, forBinding } = tag as unknown as Part
  if (typeof file !== 'string' || file === '' || given !== undefined || forBinding !== undefined)
    return (context, emitter) => sync(tag.render(context, emitter))
  const values = Object.entries(hash.hash).map(
    ([name, token]) => [name, token === undefined ? () => true : operand(token)] as const,
  )
  let templates: readonly Template[] | undefined
  return (context, emitter) => {
    const inside = context.spawn()
    const scope = inside.bottom() as Record<string, unknown>
    for (const [name, value] of values) scope[name] = value(context)
    templates ??= sync(liquid._parsePartialFile(file, true, currentFile)) as Template[]
    renderAll(templates, inside, emitter)
  }
}

/** The library keeps these to itself, where its types are concerned. */
interface Part {
  readonly file: unknown
  readonly currentFile?: string
  readonly hash: { readonly hash: Readonly<Record<string, Token | undefined>> }
  readonly liquid: Liquid
  readonly with?: unknown
  readonly forBinding?: unknown
}

/** In Liquid, an empty text and 0 are true. */
const isTruthy = (value: unknown): boolean => value !== false && value !== undefined && value !== null

const evaluateOf = ({ initial, filters }: Value): Evaluate => {
  const start = expression(initial)
  const all = filters.map(filterOf)
  return context => {
    let value = start(context)
    for (const filter of all) value = filter(value, context)
    return value
  }
}

/** The library keeps these to itself, where its types are concerned. */
interface Applied extends Pick<Filter, 'args'> {
  readonly handler: (this: unknown, value: unknown, ...values: readonly unknown[]) => unknown
  readonly token: Token
  readonly liquid: Liquid
}

type Apply = (value: unknown, context: Context) => unknown

const filterOf = (filter: Filter): Apply => {
  const { args, handler, token, liquid } = filter as unknown as Applied
  const values = args.map((arg): Evaluate => {
    if (!Array.isArray(arg)) return operand(arg)
    const [name, named] = arg
    const value = operand(named)
    return context => [name, value(context)]
  })
  const apply: Apply = (value, context) =>
    sync(handler.apply({ context, token, liquid }, [value, ...values.map(one => one(context))]))
  return handler === liquid.options.outputEscape ? escapingBy(apply) : apply
}

/** Every value that is printed is escaped, and in few of them there is anything to escape. */
const escapingBy =
  (apply: Apply): Apply =>
  (value, context) => {
    if (typeof value !== 'string' || /[&<>"']/.test(value)) return apply(value, context)
    context.memoryLimit.use(value.length)
    return value
  }

const expression = (whole: Value['initial']): Evaluate => {
  const stack: Evaluate[] = []
  // Operators come after what they are of.
  for (const token of whole.postfix) {
    if (!TypeGuards.isOperatorToken(token)) stack.push(operand(token))
    else if (token.operator === 'not') return context => sync(whole.evaluate(context))
    else {
      const right = stack.pop()!
      stack.push(binary(token.operator, stack.pop()!, right))
    }
  }
  return stack[0] ?? (() => undefined)
}

const binary = (operator: string, left: Evaluate, right: Evaluate): Evaluate => {
  const plain = plainly[operator]
  return context => {
    const [a, b] = [left(context), right(context)]
    if (plain !== undefined && isPlain(a) && isPlain(b)) return plain(a, b)
    return sync(context.opts.operators[operator]!(a, b, context))
  }
}

const plainly: Readonly<Record<string, (a: unknown, b: unknown) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  and: (a, b) => isTruthy(a) && isTruthy(b),
  or: (a, b) => isTruthy(a) || isTruthy(b),
}

const isPlain = (value: unknown): boolean =>
  value === null || (typeof value !== 'object' && typeof value !== 'function')

const operand = (token: Token | undefined): Evaluate => {
  if (token === undefined) return () => undefined
  if ('content' in token) return () => token.content
  const path = pathOf(token)
  return path === undefined ? context => sync(evalToken(token, context)) : context => found(path, context)
}

/** `a.b.c`, where nothing of it has to be worked out. */
const pathOf = (token: Token): readonly string[] | undefined => {
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable !== undefined) return undefined
  const keys = token.props.map(prop => ('content' in prop ? prop.content : undefined))
  return keys.every(key => typeof key === 'string') ? keys : undefined
}

const found = (path: readonly string[], context: Context): unknown => {
  let value: unknown = (context as unknown as Scopes).findScope(path[0]!)
  for (const key of path) value = propertyOf(value, key) ?? context.readProperty(value as Scope, key)
  return value
}

/** What an object has of its own, where the library would only look longer for the same. */
const propertyOf = (of: unknown, key: string): unknown => {
  if (typeof of !== 'object' || of === null || !Object.hasOwn(of, key)) return undefined
  const { toLiquid, [key]: own } = of as Readonly<Record<string, unknown>>
  return toLiquid !== undefined || typeof own === 'function' ? undefined : own
}

interface Scopes {
  readonly findScope: (name: string) => Scope
}

type Scope = Parameters<Context['readProperty']>[0]

/** Whoever hands over a text is not asked for its next value. */
const sync = (value: unknown): unknown => (isPlain(value) ? value : toValueSync(value as Generator))
