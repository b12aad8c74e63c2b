// Creates the tarball that npm would publish.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { root, runNpm } from './programs.ts'

/** Builds and packs into `folder`. Returns the tarball's path; throws if a step fails. */
export async function packInto(folder: string): Promise<string> {
  const exitCode = await runNpm(['pack', '--silent', '--pack-destination', folder], root)
  if (exitCode !== 0) throw new Error(`npm pack failed with ${exitCode}`)
  const { name, version }: { name: string; version: string } = JSON.parse(
    await readFile(path.join(root, 'package.json'), 'utf8'),
  )
  return path.join(folder, `${name}-${version}.tgz`)
}
