// Detects the host, the package manager, the language and the folder of sources of an existing project.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LatchkeyError } from '../../errors.ts'
import { readIfThere } from './changes.ts'
import type { Host, SourceEdit } from './host.ts'
import { hosts } from './hosts/index.ts'

export interface Project {
  readonly host: Host | null
  readonly packageManager: 'npm' | 'pnpm' | 'yarn' | 'bun'
  readonly isTypeScript: boolean
  /** Whether files use `import`: because of `"type": "module"`, TypeScript or a bundler. */
  readonly isModule: boolean
  /** Whether imports include file extensions, as Node requires. */
  readonly namesEndings: boolean
  /** The prefix of source files: `src/` or empty. */
  readonly sources: '' | 'src/'
  /** The host's edits, each with the file that it changes; the file is null if none was found. */
  readonly places: readonly Place[]
  readonly manifest: Manifest
}

export interface Place {
  readonly edit: SourceEdit
  readonly file: string | null
}

interface Manifest {
  readonly type?: string
  readonly main?: string
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** Throws `config_invalid` if package.json cannot be read. */
export function detectProject(folder: string, wanted: Host | null): Project {
  const manifest = readManifest(folder)
  const packages = { ...manifest.dependencies, ...manifest.devDependencies }
  const has = (file: string): boolean => existsSync(path.join(folder, file))
  const isKnown = ({ knownBy, knownByFiles = [] }: Host): boolean =>
    knownBy.some((name) => Object.hasOwn(packages, name)) || knownByFiles.some(has)
  const host = wanted ?? hosts.find(isKnown) ?? null
  const isTypeScript = has('tsconfig.json') || Object.hasOwn(packages, 'typescript')
  const sourcesKnownBy = host ? host.existing.sourcesKnownBy : 'src'
  const sources = sourcesKnownBy !== null && has(sourcesKnownBy) ? 'src/' : ''
  const runs = host?.runs ?? 'sources'
  const isModule = runs === 'bundle' || manifest.type === 'module'
  return {
    host,
    packageManager: packageManagerOf(has),
    isTypeScript,
    isModule: isModule || isTypeScript,
    namesEndings: runs !== 'bundle' && ((runs === 'sources' && isModule) || allowsEndings(folder)),
    sources,
    places: (host?.existing.edits ?? []).map((edit) => ({
      edit,
      file: fileFor(folder, edit, { manifest, sources }),
    })),
    manifest,
  }
}

function readManifest(folder: string): Manifest {
  try {
    return JSON.parse(readIfThere(folder, 'package.json') ?? '{}')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const detail = `${path.join(folder, 'package.json')} is not valid JSON. Correct it first: ${reason}`
    throw new LatchkeyError('config_invalid', { detail, cause })
  }
}

function packageManagerOf(has: (file: string) => boolean): Project['packageManager'] {
  if (has('pnpm-lock.yaml')) return 'pnpm'
  if (has('yarn.lock')) return 'yarn'
  return has('bun.lock') || has('bun.lockb') ? 'bun' : 'npm'
}

function allowsEndings(folder: string): boolean {
  const settings = path.join(folder, 'tsconfig.json')
  return (
    existsSync(settings) &&
    /"(?:allow|rewrite)\w*(?:Relative)?Import\w*Extensions"\s*:\s*true/.test(readFileSync(settings, 'utf8'))
  )
}

const usualEntries = ['server', 'app', 'index', 'main'].flatMap((name) =>
  ['ts', 'js', 'mts', 'mjs', 'cts', 'cjs'].flatMap((ending) => [
    `src/${name}.${ending}`,
    `${name}.${ending}`,
  ]),
)

interface Circumstances {
  readonly manifest: Manifest
  readonly sources: string
}

/** The file that already contains the edit or a place for it; null if there is none. */
function fileFor(
  folder: string,
  { files, anchor, mark }: SourceEdit,
  { manifest, sources }: Circumstances,
): string | null {
  const candidates = files?.map((file) => `${sources}${file}`) ?? entriesOf(manifest)
  const found = candidates.find((file) => {
    const text = readIfThere(folder, file)
    return text !== null && (anchor.test(text) || mark.test(text))
  })
  return found ?? null
}

/** The files that scripts start, `main`, and the usual names. */
function entriesOf({ main, scripts = {} }: Manifest): readonly string[] {
  const started = Object.values(scripts).flatMap((script) => script.match(/[\w./-]+\.[cm]?[jt]s\b/g) ?? [])
  return [...started, ...(main ? [main] : []), ...usualEntries].map((file) => file.replace(/^\.\//, ''))
}
