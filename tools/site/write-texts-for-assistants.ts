// Files for coding assistants: llms.txt (a list of the pages, https://llmstxt.org), llms-full.txt (their whole text), and
// skill.md, one short page on how to add Latchkey to an application. All three are generated from the documents.
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../programs.ts'
import type { Page } from './pages.ts'

/** Of the decisions and the many provider pages, only the index of the providers is listed. */
const isListed = ({ source }: Page): boolean =>
  !/^docs\/(?:decisions|providers)\//.test(source) || source === 'docs/providers/README.md'

export async function writeTextsForAssistants(pages: readonly Page[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const listed = pages.filter(isListed)
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text)
  await write('llms.txt', listOf(listed, readme))
  await write(
    'llms-full.txt',
    listed.map(({ source, markdown }) => `<!-- ${source} -->\n\n${markdown}`).join('\n\n'),
  )
  await write('skill.md', skillOf(readme))
}

function listOf(pages: readonly Page[], readme: string): string {
  const lines = pages.map(({ target, title, markdown }) => {
    const address = `/${target.replace(/(?:index)?\.md$/, '')}`
    return `- [${title}](${address}): ${firstSentence(markdown)}`
  })
  return `# Latchkey\n\n> ${firstSentence(readme)}\n\n## Pages\n\n${lines.join('\n')}\n\n## All of it\n\n- [llms-full.txt](/llms-full.txt)\n- [skill.md](/skill.md)\n`
}

/** The first sentence of a page, without links and line breaks. */
function firstSentence(markdown: string): string {
  const paragraph = markdown.split(/\n{2,}/).find((part) => /^[A-Z`[]/.test(part))
  const plain = (paragraph ?? '').replaceAll('\n', ' ').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
  return /^.*?\.(?= |$)/.exec(plain)?.[0] ?? plain
}

/** The sections of the README and of the documents that are needed to get started. */
function skillOf(readme: string): string {
  const docs = (name: string) => readFileSync(path.join(root, 'docs', name), 'utf8')
  return [
    '---\nname: latchkey\ndescription: Add sign-in with Google, GitHub, Microsoft, Apple or any OAuth 2.0 or OpenID Connect provider to a TypeScript web application with the package latchkey.\n---',
    '# Add sign-in with Latchkey',
    firstSentence(readme),
    sectionOf(readme, 'In an application'),
    sectionOf(docs('assistants.md'), 'Rules'),
    sectionOf(docs('assistants.md'), 'Where to look'),
  ].join('\n\n')
}

function sectionOf(markdown: string, heading: string): string {
  const start = markdown.indexOf(`\n## ${heading}\n`)
  if (start === -1) throw new Error(`There is no section "${heading}".`)
  const end = markdown.indexOf('\n## ', start + 1)
  const section = markdown.slice(start, end === -1 ? undefined : end).trim()
  // The page is at the root of the site.
  return section.replaceAll(/\]\((?!https?:)(?:docs\/)?([\w./-]+)\.md/g, '](/$1')
}
