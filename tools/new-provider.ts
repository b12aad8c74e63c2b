// `npm run new-provider ID [-- --oidc]`: creates a catalogue entry with its fixture and its test. Their contents are made up but
// consistent, so that the contract suite passes from the start and then shows what a change has broken.
import { access, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from './programs.ts'
import { providerSkeleton } from './provider-skeleton.ts'
import { run as writeCatalogue } from './write-catalogue.ts'

export async function run(args: readonly string[]): Promise<number> {
  const protocol = args.includes('--oidc') ? 'oidc' : 'oauth2'
  const [id, ...more] = args.filter((argument) => argument !== '--oidc')
  if (id === undefined || more.length > 0 || !/^[a-z][a-z0-9-]*$/.test(id)) {
    console.error(
      'Usage: npm run new-provider ID [-- --oidc]\nAn id begins with a small letter; small letters, digits and hyphens follow.',
    )
    return 1
  }
  const files = Object.entries(providerSkeleton(id, protocol, new Date()))
  for (const [file] of files) {
    // An existing entry is not overwritten.
    if (await exists(path.join(root, file))) {
      console.error(`${file} is there already.`)
      return 1
    }
  }
  for (const [file, text] of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true })
    await writeFile(path.join(root, file), text, { flag: 'wx' })
  }
  const exitCode = await writeCatalogue()
  console.log(
    [
      'Written:',
      ...files.map(([file]) => `  ${file}`),
      'Fill them in after the provider’s own documentation (CONTRIBUTING.md, "Adding a provider"), then run',
      '  npm test -- test/contract/provider.test.ts',
      '  npm test -- test/e2e/every-provider.test.ts',
    ].join('\n'),
  )
  return exitCode
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
