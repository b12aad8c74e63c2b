// A newly generated catalogue entry passes the contract, so a later failure comes from what was written into it.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import * as runner from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { providerContract } from '../../../src/testing/contract/provider-contract.ts'
import { providerSkeleton } from '../../../tools/provider-skeleton.ts'

const sources = fileURLToPath(new URL('../../../src', import.meta.url))

for (const protocol of ['oidc', 'oauth2'] as const) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-skeleton-'))
  runner.after(() => rm(folder, { recursive: true }))
  const files = providerSkeleton('acme-id', protocol, new Date())
  await asRepository(folder, files)
  const load = (file: string) => import(pathToFileURL(path.join(folder, file)).href)
  const { acmeId: create } = await load('src/providers/acme-id.ts')
  const { fixture } = await load('src/providers/fixtures/acme-id.ts')
  runner.describe(`a new entry by ${protocol}`, () => {
    providerContract({ runner, create, fixture, isEntry: true })
  })
}

/** Writes the files to their places, and links what they import next to them. */
async function asRepository(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const fixtures = path.join(folder, 'src/providers/fixtures')
  await mkdir(fixtures, { recursive: true })
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')
  for (const part of ['contracts', 'providers/definition']) {
    await symlink(path.join(sources, part), path.join(folder, 'src', part), 'junction')
  }
  for (const part of ['define-fixture.ts', 'json-answer.ts']) {
    await symlink(path.join(sources, 'providers/fixtures', part), path.join(fixtures, part))
  }
  for (const [file, text] of Object.entries(files)) {
    if (file.startsWith('src/')) await writeFile(path.join(folder, file), text)
  }
}
