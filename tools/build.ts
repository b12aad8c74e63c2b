// `npm run build`: plain tsc, nothing else. `dist/` mirrors `src/` file by file, with declarations and source maps.
// `npm pack` and `npm publish` run it first (the script `prepack`).
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { root, runTool } from './programs.ts'

export async function run(): Promise<number> {
  // What was built from a source that is gone must not be published.
  await rm(path.join(root, 'dist'), { recursive: true, force: true })
  return runTool('typescript', 'tsc', ['-p', 'tsconfig.build.json'])
}
