// `node tools/run.mjs write-public-surface` writes docs/public-surface.txt, whose diff shows how a change affects the exports.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from './programs.ts'
import { readPublicSurface } from './public-surface.ts'

export async function run(): Promise<number> {
  const { text, unexplained, names } = readPublicSurface()
  await writeFile(path.join(root, 'docs/public-surface.txt'), text)
  for (const name of unexplained) console.error(`No sentence: ${name}`)
  console.log(`${names} names, ${unexplained.length} without a sentence.`)
  return unexplained.length === 0 ? 0 : 1
}
