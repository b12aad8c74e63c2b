// Reads the code blocks of the documents, and compiles and runs them in an empty folder, as in an application.
import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../../tools/programs.ts'

export interface CodeBlock {
  /** Where it starts, such as `docs/users.md:42`. */
  readonly place: string
  readonly language: string
  readonly code: string
}

/** Lists the documents from which readers may copy code. */
export function listDocuments(): readonly string[] {
  const below = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
      .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
  return ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...below('docs'), ...below('examples')].filter(
    (name) => existsSync(path.join(root, name)),
  )
}

export function readCodeBlocks(document: string): readonly CodeBlock[] {
  const text = readFileSync(path.join(root, document), 'utf8')
  const blocks: CodeBlock[] = []
  for (const match of text.matchAll(
    /^(<!-- continues the block above -->\n)?```(\w+)[^\n]*\n(.*?)^```$/gms,
  )) {
    const [, continues, language = '', code = ''] = match
    const place = `${document}:${text.slice(0, match.index).split('\n').length}`
    const before = continues === undefined ? '' : blocks.at(-1)?.code
    blocks.push({ place, language, code: `${before}${code}` })
  }
  return blocks
}

/** Returns the `@example`s in the docstrings of `src/`. */
export function readExamples(): readonly CodeBlock[] {
  const names = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const text = readFileSync(path.join(root, 'src', name), 'utf8')
      return [...text.matchAll(/^ \* @example\n \* ```(\w+)\n((?: \*.*\n)*?) \* ```$/gm)].map((match) => {
        const [, language = '', code = ''] = match
        const place = `src/${name}:${text.slice(0, match.index).split('\n').length}`
        return { place, language, code: code.replaceAll(/^ \* ?/gm, '') }
      })
    })
}

/** An application's folder as after `npm install`, made without the network. */
export class ProgramFolder {
  readonly path: string = mkdtempSync(path.join(tmpdir(), 'latchkey-docs-'))

  constructor() {
    symlinkSync(path.join(root, 'node_modules'), path.join(this.path, 'node_modules'))
    this.write('package.json', '{ "type": "module" }')
  }

  write(name: string, text: string): void {
    writeFileSync(path.join(this.path, name), text)
  }

  /** Compiles the files of this folder under `strict`. Returns the errors. */
  async compile(): Promise<string> {
    const configuration = {
      extends: path.join(root, 'tsconfig.json'),
      // Like an application: `strict`, without this repository's additional rules.
      compilerOptions: { isolatedDeclarations: false, declaration: false, noUncheckedIndexedAccess: false },
      include: ['*.ts'],
    }
    this.write('tsconfig.json', JSON.stringify(configuration))
    const { output } = await this.run([path.join(root, 'node_modules/typescript/bin/tsc'), '-p', this.path])
    // Ignores errors in the sources, which other tests check.
    return output
      .split('\n')
      .filter((line) => /^[\w.-]+\.ts\(/.test(line))
      .join('\n')
  }

  run(args: readonly string[]): Promise<{ readonly exitCode: number; readonly output: string }> {
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [...args],
        { cwd: this.path, env: { PATH: process.env.PATH } },
        (error, out, err) =>
          resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, output: out + err }),
      )
    })
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}
