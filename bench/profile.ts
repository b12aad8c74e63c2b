// Where a server spends its time under load: V8's sampling profile of its process, as self time by function and by package.
// `npm run bench -- profile login --only "node:http: Latchkey, SQLite"`
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { latchkeyBesideBare, peers } from './equipment/contestants.ts'
import { openLaboratory } from './equipment/laboratory.ts'
import { readOptions } from './equipment/options.ts'
import { printTable } from './equipment/print-table.ts'
import { measureLogins } from './login.ts'
import { measureSessionChecks } from './session-check.ts'

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const [what, ...args] = process.argv.slice(2)
const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-profile-'))
const options = readOptions([...args, '--node=--cpu-prof', `--node=--cpu-prof-dir=${folder}`])
const lab = await openLaboratory(options)
const all = [...latchkeyBesideBare(lab), ...peers]
const chosen = all.filter(
  ({ host, name }) => `${host}: ${name}` === (options.only ?? 'node:http: Latchkey, SQLite'),
)
try {
  await (what === 'login' ? measureLogins(lab, chosen) : measureSessionChecks(lab, chosen))
} finally {
  await lab.close()
}
for (const file of (await readdir(folder)).sort()) {
  const profile: CpuProfile = JSON.parse(await readFile(path.join(folder, file), 'utf8'))
  const busy = selfTimes(profile, ({ functionName }) => functionName).filter(([name]) => name !== '(idle)')
  if (total(busy) < 1_000_000) continue
  show(
    'Self time by package',
    selfTimes(profile, ({ url }) => packageOf(url)),
    16,
  )
  show('Self time by function', selfTimes(profile, frameName), 45)
}
await rm(folder, { recursive: true, force: true })

type Frame = CpuProfile['nodes'][number]['callFrame']

function selfTimes({ nodes, samples, timeDeltas }: CpuProfile, nameOf: (frame: Frame) => string) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const times = new Map<string, number>()
  samples.forEach((id, at) => {
    const frame = frames.get(id)
    if (!frame || frame.functionName === '(idle)') return
    const name = nameOf(frame)
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[at] ?? 0))
  })
  return [...times].sort(([, a], [, b]) => b - a)
}

function total(times: readonly (readonly [string, number])[]): number {
  return times.reduce((sum, [, time]) => sum + time, 0)
}

function show(title: string, times: readonly (readonly [string, number])[], most: number): void {
  const sum = total(times)
  const rows = times.slice(0, most).map(([name, time]) => [name, ((100 * time) / sum).toFixed(1)])
  printTable(title, ['', '%'], rows)
}

function frameName({ functionName, url, lineNumber }: Frame): string {
  return `${functionName || '(anonymous)'} ${url ? `${packageOf(url)} ${path.basename(url)}:${lineNumber + 1}` : ''}`
}

function packageOf(url: string): string {
  if (url === '') return '(native, garbage collection)'
  const installed = url.lastIndexOf('node_modules/')
  if (installed === -1) return url.startsWith('node:') ? url.split('/').slice(0, 2).join('/') : ownPart(url)
  const [scope = '', name = ''] = url.slice(installed + 'node_modules/'.length).split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

function ownPart(url: string): string {
  return /\/(?:src|dist)\/([a-z-]+)\//.exec(url)?.[1] ?? 'latchkey'
}
