import type * as liquid from '../../src/website/liquid.ts'

/** The door to liquidjs, which tells the name of each template as it is rendered. For `vi.mock`. */
export const telling = (real: typeof liquid, tell: (name: string) => void): typeof liquid => ({
  ...real,
  renderer: (...given) => {
    const render = real.renderer(...given)
    return (name, view) => {
      tell(name)
      return render(name, view)
    }
  },
})
