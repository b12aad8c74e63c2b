// `npm run build`: tsc writes the declarations, one file for each source; Rolldown writes the program, one file for each subpath
// of the exports map, plus files for the code that several of them share (docs/decisions/0029-one-file-for-each-subpath.md).
// `npm pack` and `npm publish` run it first (the script `prepack`).
import { globSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { type OutputOptions, rolldown } from 'rolldown'
import { root, runTool } from './programs.ts'

type Conditions = { readonly [condition: string]: string | Conditions | null }
interface Manifest {
  readonly exports: Conditions
  readonly imports: Conditions
  readonly bin: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
}

const manifest: Manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const outsiders: ReadonlySet<string> = new Set([
  ...Object.keys(manifest.dependencies),
  ...Object.keys(manifest.peerDependencies),
])

const output: OutputOptions = {
  dir: path.join(root, 'dist'),
  entryFileNames: '[name].js',
  // Modules that are loaded on demand keep the path of their source.
  chunkFileNames: ({ facadeModuleId }) =>
    facadeModuleId ? `${pathInDist(facadeModuleId)}.js` : 'shared/[name].js',
  sourcemap: true,
  // The sources are published next to the maps.
  sourcemapExcludeSources: true,
}

export async function run(): Promise<number> {
  // Output of sources that no longer exist must not be published.
  await rm(path.join(root, 'dist'), { recursive: true, force: true })
  const exitCode = await runTool('typescript', 'tsc', ['-p', 'tsconfig.build.json'])
  if (exitCode !== 0) return exitCode
  const bundle = await rolldown({
    cwd: root,
    input: entries(),
    platform: 'neutral',
    external: isOutside,
    // As package.json promises to bundlers.
    treeshake: { moduleSideEffects: false },
  })
  await bundle.write(output)
  await bundle.close()
  return 0
}

/** Node's modules, the imports map of package.json (`#languages`) and the packages that it names stay imports; throws for others. */
function isOutside(id: string): boolean {
  if (id.startsWith('.') || path.isAbsolute(id)) return false
  const name = id.split('/', id.startsWith('@') ? 2 : 1).join('/')
  if (/^(?:node:|bun:|#)/.test(id) || outsiders.has(name)) return true
  throw new Error(`The sources import ${id}, which package.json names neither as dependency nor as peer.`)
}

/** The source of each file that package.json names, by its path without the extension. */
function entries(): Readonly<Record<string, string>> {
  const files = [manifest.exports, manifest.imports, manifest.bin]
    .flatMap(textsIn)
    .filter((file) => file.startsWith('./dist/') && file.endsWith('.js'))
  const sources = files.flatMap((file) =>
    globSync(file.replace('./dist/', 'src/').replace(/\.js$/, '.ts'), { cwd: root }),
  )
  return Object.fromEntries(
    sources.map((source) => [pathInDist(path.join(root, source)), path.join(root, source)]),
  )
}

/** Without the extension. */
function pathInDist(source: string): string {
  return path.relative(path.join(root, 'src'), source).replaceAll(path.sep, '/').replace(/\.ts$/, '')
}

function textsIn(conditions: Conditions | string | null): readonly string[] {
  if (conditions === null) return []
  return typeof conditions === 'string' ? [conditions] : Object.values(conditions).flatMap(textsIn)
}
