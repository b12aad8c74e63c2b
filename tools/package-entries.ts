// The entries of the exports map, with the source of each: what an application can import.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './programs.ts'

export interface PackageEntry {
  /** `latchkey/providers/google` */
  readonly name: string
  /** Below the root: `src/providers/google.ts` */
  readonly source: string
}

type Target = string | null | { readonly 'latchkey-source'?: string }

/** Patterns (`./providers/*`) become an entry for each file that they let through. */
export function entriesOfPackage(): readonly PackageEntry[] {
  const { exports }: { exports: Record<string, Target> } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  )
  return Object.entries(exports).flatMap(([key, target]) => {
    const source = target && typeof target === 'object' ? target['latchkey-source'] : undefined
    if (source === undefined) return []
    const files = source.includes('*') ? globSync(source, { cwd: root }) : [source]
    return files.sort().map((file) => {
      const inside = file.replaceAll(path.sep, '/').replace(/^\.\//, '')
      const name = key.replace('*', path.basename(inside, '.ts')).replace(/^\./, 'latchkey')
      return { name, source: inside }
    })
  })
}
