// Reads the repository as text for the habit tests: its files, and the imports of each.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root: string = fileURLToPath(new URL('../..', import.meta.url))

export interface Import {
  /** As written in the file: `../errors.ts`, `hono`, `node:fs`. */
  readonly specifier: string
  /** The path relative to `src/`, for relative imports; null for packages. */
  readonly target: string | null
  readonly isTypeOnly: boolean
  /** An `import()`: loaded when it runs, not at start. */
  readonly isLazy: boolean
}

export interface SourceFile {
  /** The path relative to `src/`, with forward slashes: `crypto/seal.ts`. */
  readonly name: string
  readonly text: string
  /** `text` without comments. */
  readonly code: string
  readonly imports: readonly Import[]
}

/** Lists all files below a folder of the repository, relative to it, with forward slashes; not installed or built files. */
export function listFiles(folder: string, below = ''): readonly string[] {
  // Not `recursive`, which would endlessly follow a link from an installation back to this repository.
  const entries = readdirSync(path.join(root, folder, below), { withFileTypes: true })
  return entries
    .filter(
      ({ name }) =>
        !/^(node_modules|dist|build|build-below-prefix|\.(svelte-kit.*|next.*|nuxt|output|astro|react-router|tanstack|smallest))$/.test(
          name,
        ),
    )
    .flatMap((entry) => {
      const name = below ? `${below}/${entry.name}` : entry.name
      if (entry.isDirectory()) return listFiles(folder, name)
      return entry.isFile() ? [name] : []
    })
    .sort()
}

/** Reads every TypeScript file of `src/`. */
export function readSourceFiles(): readonly SourceFile[] {
  return listFiles('src')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const text = readFileSync(path.join(root, 'src', name), 'utf8')
      const code = withoutComments(text)
      return { name, text, code, imports: findImports(name, code) }
    })
}

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*\/\*[\s\S]*?\*\//gm, '').replaceAll(/^\s*\/\/.*$/gm, '')
}

const importForms = [
  // import … from 'x', export … from 'x'; the formatter puts each at the start of a line.
  { pattern: /^(?:import|export)\s+(type\s)?[^'"`;]*?\sfrom\s+'([^']+)'/gm, isLazy: false },
  { pattern: /^import\s+()'([^']+)'/gm, isLazy: false },
  { pattern: /\bimport\(\s*()'([^']+)'/g, isLazy: true },
]

function findImports(importer: string, code: string): readonly Import[] {
  return importForms.flatMap(({ pattern, isLazy }) =>
    [...code.matchAll(pattern)].map(([, type, specifier = '']) => ({
      specifier,
      target: specifier.startsWith('.') ? path.posix.join(path.posix.dirname(importer), specifier) : null,
      isTypeOnly: type !== undefined && type !== '',
      isLazy,
    })),
  )
}
