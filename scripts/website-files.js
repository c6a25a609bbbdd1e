/**
 * What the pages of a show are made of, written into the program: a build reads no file of its own. Templates and style as they
 * are; the scripts of the browser bundled, each into one plain script, since pages that are opened from a disk have no modules.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, transform } from 'esbuild'

const scripts = ['page', 'search']
/** Of a preview only. */
const previewScripts = ['preview', 'panes']

/** Of the project in `root`: the text of a module that takes the place of src/website/files.ts. */
export const websiteFiles = async root => {
  const folder = join(root, 'src/website')
  const theme = {}
  for (const name of readdirSync(join(folder, 'theme')).sort())
    theme[name] = readFileSync(join(folder, 'theme', name), 'utf8')
  theme['style.css'] = await minified(join(folder, 'theme', 'style.css'))
  const bundledOf = async names => {
    const bundled = {}
    for (const name of names) bundled[`${name}.js`] = await bundle(join(folder, 'browser', `${name}.ts`))
    return bundled
  }
  const previewFiles = async () => ({
    ...(await bundledOf(previewScripts)),
    'panes.css': await minified(join(folder, 'browser', 'panes.css')),
  })
  const all = { theme, scripts: await bundledOf(scripts), preview: await previewFiles() }
  return `export const websiteFiles = ${JSON.stringify(all)}`
}

const minified = async file =>
  (await transform(readFileSync(file, 'utf8'), { loader: 'css', minify: true })).code

const bundle = async entry => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome100', 'firefox100', 'safari15.4'],
    charset: 'utf8',
    logLevel: 'warning',
  })
  return outputFiles[0].text
}

/** What a state of the program is made of beside its own source. */
export const websiteSources = root =>
  ['theme', 'browser']
    .flatMap(name => readdirSync(join(root, 'src/website', name)).map(file => `src/website/${name}/${file}`))
    .sort()

const isFiles = path => /[\\/]website[\\/]files\.ts$/.test(path)

/** For Rolldown and for Vitest. */
export const withWebsiteFiles = root => ({
  name: 'the files of the pages',
  load: id => (isFiles(id.split('?')[0]) ? websiteFiles(root) : undefined),
})
