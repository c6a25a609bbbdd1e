/**
 * What the pages of a show are made of, written into the program: a build reads no file of its own. Templates and style as they
 * are; the scripts of the browser bundled, each into one plain script, since pages that are opened from a disk have no modules.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, transform } from 'esbuild'

const scripts = ['page', 'search']

/** Of the project in `root`: the text of a module that takes the place of src/website/files.ts. */
export const websiteFiles = async root => {
  const folder = join(root, 'src/website')
  const theme = {}
  for (const name of readdirSync(join(folder, 'theme')).sort())
    theme[name] = readFileSync(join(folder, 'theme', name), 'utf8')
  theme['style.css'] = (await transform(theme['style.css'], { loader: 'css', minify: true })).code
  const bundled = {}
  for (const name of scripts) {
    const { outputFiles } = await build({
      entryPoints: [join(folder, 'browser', `${name}.ts`)],
      bundle: true,
      write: false,
      minify: true,
      format: 'iife',
      platform: 'browser',
      target: ['chrome100', 'firefox100', 'safari15.4'],
      charset: 'utf8',
      logLevel: 'warning',
    })
    bundled[`${name}.js`] = outputFiles[0].text
  }
  return `export const websiteFiles = ${JSON.stringify({ theme, scripts: bundled })}`
}

/** What a state of the program is made of beside its own source. */
export const websiteSources = root =>
  ['theme', 'browser']
    .flatMap(name => readdirSync(join(root, 'src/website', name)).map(file => `src/website/${name}/${file}`))
    .sort()

const isFiles = path => /[\\/]website[\\/]files\.ts$/.test(path)

/** For esbuild. */
export const withWebsiteFiles = root => ({
  name: 'the files of the pages',
  setup: build =>
    build.onLoad({ filter: /[\\/]website[\\/]files\.ts$/ }, async () => ({
      contents: await websiteFiles(root),
      loader: 'js',
    })),
})

/** For Vitest. */
export const viteWebsiteFiles = root => ({
  name: 'the files of the pages',
  load: id => (isFiles(id.split('?')[0]) ? websiteFiles(root) : undefined),
})
