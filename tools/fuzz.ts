// `npm run fuzz`: 100,000 made-up requests against an application in this process (`npm run fuzz -- 500000 7` for more
// requests and another seed). Exits with 1 if anything happened that must not happen. Without arguments, the result is written
// into docs/security-cases.md.
import { runNode } from './programs.ts'
import { replaceSection } from './write-security-cases.ts'

const isChild = process.argv[1]?.endsWith('fuzz.ts') === true

export function run(args: readonly string[]): Promise<number> {
  return runNode(['--conditions=latchkey-source', 'tools/fuzz.ts', ...args])
}

async function main(count: number, seed: number): Promise<void> {
  const { fuzz } = await import('../test/support/fuzz-run.ts')
  const begun = performance.now()
  const report = await fuzz(count, seed, (tried) => console.log(`${tried} requests …`))
  const seconds = Math.round((performance.now() - begun) / 1000)
  const statuses = [...report.statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, times]) => `${status}: ${times}`)
  const summary = [
    `${report.tried} requests with seed ${seed}: ${report.findings.length} findings.`,
    `Answers by status: ${statuses.join(', ')}.`,
  ].join('\n')
  console.log(`${summary}\n${seconds} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
  for (const finding of report.findings) console.error(finding.slice(0, 500))
  if (process.argv.length === 2) await replaceSection('fuzz', summary)
  process.exitCode = report.findings.length > 0 ? 1 : 0
}

if (isChild) await main(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1))
