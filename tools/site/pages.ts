// Which files of the repository are pages of the site, and the address of each.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../programs.ts'

export interface Page {
  /** Path in the repository: `docs/users.md`. */
  readonly source: string
  /** Path in the site's content, without a leading slash: `users.md`. */
  readonly target: string
  readonly title: string
  readonly markdown: string
}

const rootPages = ['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'RELEASE.md']

/** Sorted by name. */
export function readPages(): readonly Page[] {
  const sources = [
    ...rootPages,
    ...globSync('docs/**/*.md', { cwd: root }),
    ...globSync('examples/{README.md,*/README.md}', { cwd: root }),
  ]
  return sources
    .map((source) => source.replaceAll(path.sep, '/'))
    .sort()
    .map((source) => {
      const markdown = withoutComments(readFileSync(path.join(root, source), 'utf8'))
      return { source, target: targetOf(source), title: titleOf(source, markdown), markdown }
    })
}

/** Removes comments, which the site would print: it takes HTML for text. Leaves code blocks alone. */
function withoutComments(markdown: string): string {
  const parts = markdown.split(/(^```[\s\S]*?^```$)/m)
  return parts.map((part, at) => (at % 2 === 1 ? part : part.replaceAll(/^<!--.*?-->\n+/gms, ''))).join('')
}

function targetOf(source: string): string {
  if (source === 'docs/README.md') return 'documentation.md'
  const inContent = source.replace(/^docs\//, '')
  return inContent.endsWith('README.md')
    ? inContent.replace('README.md', 'index.md')
    : inContent.toLowerCase()
}

function titleOf(source: string, markdown: string): string {
  const [, title] = /^# (.+)$/m.exec(markdown) ?? []
  if (title === undefined) throw new Error(`${source} has no title.`)
  return title.replaceAll('`', '')
}
