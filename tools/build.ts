// `npm run build`: plain tsc, nothing else. `dist/` mirrors `src/` file by file, with declarations.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { root, runTool } from './programs.ts'

export function run(): Promise<number> {
  return buildInto(path.join(root, 'dist'))
}

/** Empties the folder and builds into it. */
export async function buildInto(folder: string): Promise<number> {
  await rm(folder, { recursive: true, force: true })
  return runTool('typescript', 'tsc', ['-p', path.join(root, 'tsconfig.build.json'), '--outDir', folder])
}
