// `node tools/run.mjs write-catalogue`: lists the entries of src/providers/ and their fixtures in the two files that load
// them on demand. A habit test fails if a file is missing from the lists.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root, runTool } from './programs.ts'

/** The bare protocols, which the application configures itself; they are not entries of the catalogue. */
const generic = ['oauth2', 'oidc']
/** Modules that fixtures share. */
const fixtureParts = ['define-fixture', 'index', 'json-answer', 'microsoft-fixture', 'people', 'sha256-hex']

export async function run(): Promise<number> {
  const entries = (await namesIn('src/providers')).filter((name) => !generic.includes(name))
  const fixtures = (await namesIn('src/providers/fixtures')).filter((name) => !fixtureParts.includes(name))
  const lists = {
    'src/providers/definition/catalogue.ts': entries.map(
      (name) => `${keyOf(name)}: () => import('../${name}.ts'),`,
    ),
    'src/providers/fixtures/index.ts': fixtures.map(
      (name) => `${keyOf(name)}: () => import('./${name}.ts'),`,
    ),
  }
  for (const [file, lines] of Object.entries(lists)) await replaceList(file, lines)
  return runTool('@biomejs/biome', 'biome', ['format', '--write', ...Object.keys(lists)])
}

function keyOf(name: string): string {
  return /^[a-z]\w*$/.test(name) ? name : `'${name}'`
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ name }) => name.slice(0, -'.ts'.length))
    .sort()
}

async function replaceList(file: string, lines: readonly string[]): Promise<void> {
  const target = path.join(root, file)
  const text = await readFile(target, 'utf8')
  const list = /(Object\.create\(null\), \{\n)[\s\S]*?(\n {2}\}\))/
  await writeFile(
    target,
    text.replace(list, (_, start: string, end: string) => start + lines.join('\n') + end),
  )
}
