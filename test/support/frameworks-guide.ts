// The smallest applications of docs/frameworks.md: reads them from the page, writes them into a folder, and signs in to them.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../../tools/programs.ts'
import { Browser, type Page } from './browser.ts'

export interface GuideFile {
  readonly path: string
  readonly code: string
}

const guide: string = readFileSync(path.join(root, 'docs/frameworks.md'), 'utf8')

/** Returns the files below a heading. A first line such as `// src/app.ts` names the file; otherwise it is `app.ts`. */
export function smallestApplication(heading: string): readonly GuideFile[] {
  const [, section = ''] = guide.split(`\n## ${heading}\n`)
  const [body = ''] = section.split('\n## ')
  const files = [
    ...body.matchAll(
      /^```(?:tsx?|svelte|vue|astro)\n(---\n)?(?:(?:\/\/|<!--) (\S+)(?: -->)?\n)?([\s\S]*?)^```$/gm,
    ),
  ]
  assert.ok(files.length > 0, `docs/frameworks.md shows nothing for ${heading}`)
  return files.map(([, fence = '', name, code = '']) => ({ path: name ?? 'app.ts', code: fence + code }))
}

/** Counts lines, without blank ones and comments. */
export function countLines(files: readonly GuideFile[]): number {
  const lines = files.flatMap(({ code }) => code.split('\n'))
  return lines.filter((line) => line.trim() !== '' && !/^\s*\/\/|^---$/.test(line)).length
}

/** Writes the files, with this port instead of 3000. */
export async function writeApplication(
  folder: string,
  files: readonly GuideFile[],
  port: number,
): Promise<void> {
  for (const file of files) {
    const target = path.join(folder, file.path)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, file.code.replaceAll('3000', String(port)))
  }
}

/** Goes from `/profile` through the sign-in page and the local identity provider back to `/profile`. */
export async function signInFromProfile(origin: string, provider = 'google'): Promise<Page> {
  const tab = new Browser().tab()
  let page = await tab.open(`${origin}/profile`)
  assert.equal(page.url.pathname, '/auth/login')
  page = await tab.submit({ action: `/auth/login/${provider}` })
  // The chooser, then consent: clicks the first button of each.
  while (page.url.origin !== origin) page = await tab.submit()
  assert.deepEqual([page.status, page.url.pathname], [200, '/profile'])
  return page
}
