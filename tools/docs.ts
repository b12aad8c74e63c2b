// `npm run docs`: builds the documentation site from the Markdown of the repository and the docstrings of the sources, into
// site/.vitepress/dist. `-- --dev` serves it while pages are edited. A broken link fails the build.
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { root, runNode, runNpm } from './programs.ts'
import { writePages } from './site/write-pages.ts'
import { writeReference } from './site/write-reference.ts'
import { writeTextsForAssistants } from './site/write-texts-for-assistants.ts'

const folder = path.join(root, 'site')

export async function run(args: readonly string[]): Promise<number> {
  if (!isInstalled()) {
    const exitCode = await runNpm(
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'],
      folder,
    )
    if (exitCode !== 0) return exitCode
  }
  const content = path.join(folder, 'content')
  const pages = await writePages(content)
  await writeTextsForAssistants(pages, path.join(content, 'public'))
  const failed = await writeReference(content)
  if (failed !== 0) return failed
  const vitepress = path.join(folder, 'node_modules/vitepress/bin/vitepress.js')
  return runNode([vitepress, args.includes('--dev') ? 'dev' : 'build', folder])
}

/** Whether the installation is newer than its lockfile. */
function isInstalled(): boolean {
  const installed = path.join(folder, 'node_modules/.package-lock.json')
  return (
    existsSync(installed) &&
    statSync(installed).mtimeMs > statSync(path.join(folder, 'package-lock.json')).mtimeMs
  )
}
