// What an application has to install: packages and bytes of a production install, and the size of the sign-in part of the
// smallest app, bundled and compressed. `npm run bench -- install-size`
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { packInto } from '../tools/pack.ts'
import { printTable } from './equipment/print-table.ts'

const run = promisify(execFile)
const peersFolder = fileURLToPath(new URL('peers', import.meta.url))

/** The packages that each peer needs for the same job on Express; Express itself is not counted. */
const peerSets: readonly (readonly string[])[] = [
  ['iron-session'],
  ['passport', 'passport-openidconnect', 'express-session'],
  ['express-openid-connect'],
  ['@auth/express'],
  ['better-auth'],
]

/** The smallest app: one provider, sealed sessions, node:http. */
const smallestApp = `
import { latchkey } from 'latchkey'
import { google } from 'latchkey/providers/google'
import { nodeLatchkey, requireUser } from 'latchkey/node'
const auth = latchkey({ providers: [google()] })
globalThis.app = [nodeLatchkey(auth, () => {}), requireUser(auth, () => {})]
`

interface Size {
  readonly packages: number
  readonly mebibytes: number
}

/** Measures and prints. The peers' sizes come from `bench/peers`; packages that several of them share are counted for each. */
export async function measureInstallSizes(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-install-'))
  try {
    const own = await installLatchkey(folder)
    const rows: [string, Size][] = [['Latchkey', own]]
    for (const names of peerSets) rows.push([names.join(' + '), await sizeOfPeers(names)])
    printTable(
      'Production install',
      ['', 'packages', 'MiB'],
      rows.map(([name, { packages, mebibytes }]) => [name, String(packages), mebibytes.toFixed(1)]),
    )
    printTable('Sign-in part of the smallest app, gzip', ['', 'KiB'], await bundleSmallestApp(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Installs the tarball into an empty folder, as an application would. */
async function installLatchkey(folder: string): Promise<Size> {
  const tarball = await packInto(folder)
  await writeFile(path.join(folder, 'package.json'), '{"private":true,"type":"module"}')
  const flags = ['--omit=dev', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline']
  await run('npm', ['install', ...flags, tarball], { cwd: folder })
  const folders = await packageFolders(path.join(folder, 'node_modules'))
  return { packages: folders.length, mebibytes: await mebibytesOf(path.join(folder, 'node_modules')) }
}

async function packageFolders(nodeModules: string): Promise<string[]> {
  const found: string[] = []
  for (const name of await readdir(nodeModules).catch(() => [])) {
    if (name.startsWith('.')) continue
    const inside = path.join(nodeModules, name)
    if (name.startsWith('@')) found.push(...(await packageFolders(inside)))
    else found.push(inside, ...(await packageFolders(path.join(inside, 'node_modules'))))
  }
  return found
}

async function mebibytesOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(path.join(file.parentPath, file.name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly dependencies?: Readonly<Record<string, string>>
        readonly peerDependencies?: Readonly<Record<string, string>>
        readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
        readonly optionalDependencies?: Readonly<Record<string, string>>
      }
    >
  >
}

/** The size of what npm would install for these packages alone: their transitive dependencies in the lockfile. */
async function sizeOfPeers(names: readonly string[]): Promise<Size> {
  const lock: Lock = JSON.parse(await readFile(path.join(peersFolder, 'package-lock.json'), 'utf8'))
  const reached = new Set<string>()
  const visit = (from: string, name: string) => {
    const at = locate(lock, from, name)
    // The host belongs to the application.
    if (at === null || reached.has(at) || at === 'node_modules/express') return
    reached.add(at)
    const entry = lock.packages[at] ?? {}
    const isOptional = (peer: string) => entry.peerDependenciesMeta?.[peer]?.optional === true
    const needed = [
      ...Object.keys(entry.dependencies ?? {}),
      ...Object.keys(entry.optionalDependencies ?? {}),
      ...Object.keys(entry.peerDependencies ?? {}).filter((peer) => !isOptional(peer)),
    ]
    for (const next of needed) visit(at, next)
  }
  for (const name of names) visit('', name)

  let mebibytes = 0
  for (const at of reached) mebibytes += await ownMebibytes(path.join(peersFolder, at))
  return { packages: reached.size, mebibytes }
}

/** The size of a package's own files, without the packages installed inside it. */
async function ownMebibytes(folder: string): Promise<number> {
  const nested = path.join(folder, 'node_modules')
  const hasNested = await stat(nested).then(
    () => true,
    () => false,
  )
  return (await mebibytesOf(folder)) - (hasNested ? await mebibytesOf(nested) : 0)
}

/** Resolves like Node: in the nearest `node_modules` on the way up. */
function locate(lock: Lock, from: string, name: string): string | null {
  let folder = from
  for (;;) {
    const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (candidate in lock.packages) return candidate
    if (folder === '') return null
    const up = folder.lastIndexOf('/node_modules/')
    folder = up === -1 ? '' : folder.slice(0, up)
  }
}

interface Bundler {
  readonly build: (
    options: object,
  ) => Promise<{ readonly metafile: Metafile; readonly outputFiles: readonly OutputFile[] }>
}
interface OutputFile {
  readonly path: string
  readonly contents: Uint8Array
}
interface Metafile {
  readonly outputs: Readonly<
    Record<
      string,
      {
        readonly entryPoint?: string
        readonly imports: readonly { readonly path: string; readonly kind: string }[]
      }
    >
  >
}

/** Bundles with esbuild from the peers' folder. Code that is loaded on demand is listed separately: no session check needs it. */
async function bundleSmallestApp(folder: string): Promise<string[][]> {
  const { build } = createRequire(path.join(peersFolder, 'package.json'))('esbuild') as Bundler
  await writeFile(path.join(folder, 'app.js'), smallestApp)
  const { metafile, outputFiles } = await build({
    entryPoints: ['app.js'],
    absWorkingDir: folder,
    outdir: 'out',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    metafile: true,
    write: false,
  })
  const sizes = new Map(
    outputFiles.map(({ path: file, contents }) => [
      path.relative(folder, file),
      gzipSync(contents).length / 1024,
    ]),
  )
  const entry =
    Object.keys(metafile.outputs).find((name) => metafile.outputs[name]?.entryPoint === 'app.js') ?? ''
  const atStart = closure(metafile, [entry], (kind) => kind !== 'dynamic-import')
  const development = Object.keys(metafile.outputs).filter((name) =>
    metafile.outputs[name]?.entryPoint?.includes('dev-idp'),
  )
  const inDevelopment = new Set(development)
  const all = closure(metafile, [entry], (_kind, target) => !inDevelopment.has(target))
  const total = (names: Iterable<string>) =>
    [...names].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0).toFixed(1)
  return [
    ['loaded at start: options, session check, adapter', total(atStart)],
    ['with the routes and pages, all that production can load', total(all)],
  ]
}

function closure(
  { outputs }: Metafile,
  from: readonly string[],
  follow: (kind: string, target: string) => boolean,
): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [...from]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    for (const { path: target, kind } of outputs[name]?.imports ?? [])
      if (follow(kind, target)) waiting.push(target)
  }
  return reached
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await measureInstallSizes()
