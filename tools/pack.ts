// Makes the tarball that npm would publish, out of a stage that holds only what the package may contain. So neither a
// stale `dist/` nor a build that runs at the same time can get into it.
import { cp, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { buildInto } from './build.ts'
import { root, runNpm } from './programs.ts'

const documents = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE']

/** Builds and packs below `folder`. Answers the tarball's path; throws where a step fails. */
export async function packInto(folder: string): Promise<string> {
  const stage = path.join(folder, 'stage')
  await mkdir(stage, { recursive: true })
  for (const name of documents) await cp(path.join(root, name), path.join(stage, name))
  if ((await buildInto(path.join(stage, 'dist'))) !== 0) throw new Error('the build failed')
  if ((await runNpm(['pack', '--silent', '--pack-destination', folder], stage)) !== 0) {
    throw new Error('npm pack failed')
  }
  const { name, version }: { name: string; version: string } = JSON.parse(
    await readFile(path.join(root, 'package.json'), 'utf8'),
  )
  return path.join(folder, `${name}-${version}.tgz`)
}
