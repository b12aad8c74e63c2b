// Writes the reference of everything that the package exports, from the docstrings: one page for each entry of the exports map.
// An export without a docstring fails the build; `npm run check` reports it earlier (tools/public-surface.ts).
import path from 'node:path'
import { entriesOfPackage } from '../package-entries.ts'
import { root, runNode } from '../programs.ts'

export function writeReference(content: string): Promise<number> {
  const entries = entriesOfPackage()
  const names = JSON.stringify(entries.map(({ name, source }) => [source, name]))
  return runNode(
    [
      path.join(root, 'site/node_modules/typedoc/bin/typedoc'),
      ...entries.flatMap(({ source }) => ['--entryPoints', source]),
      '--options',
      path.join(root, 'site/typedoc.json'),
      '--out',
      path.join(content, 'reference'),
    ],
    { ...process.env, LATCHKEY_ENTRY_NAMES: names },
  )
}
