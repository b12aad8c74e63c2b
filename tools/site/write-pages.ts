// Writes the repository's Markdown as pages of the site. Links between pages point to pages, links to sources to the repository.
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../programs.ts'
import { type Page, readPages } from './pages.ts'

const { repository }: { repository: { url: string } } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
)
const repositoryAddress = repository.url.replace(/^git\+/, '').replace(/\.git$/, '')

/** Empties the folder, writes the pages into it, and returns them. */
export async function writePages(content: string): Promise<readonly Page[]> {
  await rm(content, { recursive: true, force: true })
  const pages = readPages()
  const targets = new Map(pages.map(({ source, target }) => [source, target]))
  for (const page of pages) {
    const file = path.join(content, page.target)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, withLinks(page, targets))
  }
  await cp(path.join(root, 'site/home.md'), path.join(content, 'index.md'))
  await cp(path.join(root, 'docs/pictures'), path.join(content, 'public/pictures'), { recursive: true })
  return pages
}

/** Rewrites links and pictures, but nothing inside code. */
function withLinks(page: Page, targets: ReadonlyMap<string, string>): string {
  const parts = page.markdown.split(/(^```[\s\S]*?^```$|`[^`\n]+`)/m)
  return parts
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part.replaceAll(
            /\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)\s]*)?\)/g,
            (_, link: string, hash = '') => `](${linkFrom(page, link, targets)}${hash})`,
          ),
    )
    .join('')
}

function linkFrom(page: Page, link: string, targets: ReadonlyMap<string, string>): string {
  const named = path.posix.join(path.posix.dirname(page.source), link).replace(/\/$/, '')
  const target = targets.get(named) ?? targets.get(`${named}/README.md`)
  if (target)
    return path.posix.relative(path.posix.dirname(page.target), target) || path.posix.basename(target)
  if (named.startsWith('docs/pictures/')) return `/${named.replace('docs/', '')}`
  if (!existsSync(path.join(root, named)))
    throw new Error(`${page.source} links to ${link}, which is not there.`)
  return `${repositoryAddress}/${path.posix.extname(named) ? 'blob' : 'tree'}/main/${named}`
}
