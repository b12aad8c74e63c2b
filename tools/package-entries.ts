// The entries of the exports map (everything that an application can import), with the source of each.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './programs.ts'

export interface PackageEntry {
  /** `latchkey/providers/google` */
  readonly name: string
  /** Relative to the repository's root: `src/providers/google.ts` */
  readonly source: string
}

type Target = string | null | { readonly 'latchkey-source'?: string }

/** A pattern (`./providers/*`) becomes one entry for each file that it matches. */
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
