// Projects made by `latchkey init` for frameworks with their own build, for Bun and for Deno: installed from the packed
// tarball, compiled and built, then started and signed in to with every store, on the database servers of this machine. Part of
// `npm run test:frameworks`; for programs on Node, see test/e2e/init.test.ts and test/services/init.ts.
import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import type { Host } from '../../src/cli/init/host.ts'
import { hosts } from '../../src/cli/init/hosts/index.ts'
import { authModuleOf } from '../../src/cli/init/project.ts'
import { chooseProvider, type ProviderChoice } from '../../src/cli/init/provider-choice.ts'
import type { StoreChoice } from '../../src/cli/init/stores.ts'
import { loadOnce } from '../../src/contracts/load-once.ts'
import { packInto } from '../../tools/pack.ts'
import { runNpm } from '../../tools/programs.ts'
import { bunBinary } from '../contract/adapter-hosts/bun.ts'
import { denoBinary } from '../contract/adapter-hosts/deno.ts'
import { waitForAnswer } from '../e2e/wait-for-answer.ts'
import { findFreePort } from '../support/application.ts'
import {
  mysqlUrl,
  type OwnDatabase,
  ownMysqlDatabase,
  ownPostgresDatabase,
  postgresUrl,
  skipWithout,
} from '../support/database-servers.ts'
import {
  assertSignsInAt,
  initProject,
  programsOnNode,
  quietInstall,
  type StartedProject,
  startProject,
  stopGroup,
} from '../support/made-projects.ts'
import { assertWorkerHolds, movePorts } from '../support/made-worker.ts'

const made = hosts.filter((host) => !programsOnNode.includes(host))
const chosen = process.env.LATCHKEY_FRAMEWORKS?.split(',') ?? ['fetch', ...made.map(({ id }) => id)]
/** Bun and Deno are installed in test/frameworks/fetch; a worker's folder is that of its database. */
const folderOf = ({ id, runs }: Host): string =>
  runs === 'sources' ? 'fetch' : id === 'cloudflare-workers' ? 'd1' : id
process.env.PATH = [process.env.PATH, ...[bunBinary, denoBinary].map((binary) => path.dirname(binary))].join(
  path.delimiter,
)
/** These variables turn off telemetry. */
const quietHosts = {
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  WRANGLER_SEND_METRICS: 'false',
}
const servers: Readonly<Record<string, { readonly url: string; readonly own: () => Promise<OwnDatabase> }>> =
  {
    postgres: { url: postgresUrl, own: ownPostgresDatabase },
    mysql: { url: mysqlUrl, own: ownMysqlDatabase },
  }
const running = new Set<ChildProcess>()
const folders: string[] = []
after(async () => {
  for (const child of running) stopGroup(child)
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const tarball = loadOnce(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-packed-'))
  folders.push(folder)
  return packInto(folder)
})

/** Creates the project in its own folder below a new one. */
async function make({ id, stores }: Host): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `latchkey-init-${id}-`))
  folders.push(folder)
  const args = ['app', '--yes', '--host', id, '--providers', 'google,github', '--store', stores[0]?.id ?? '']
  await initProject(folder, await tarball(), args)
  const app = path.join(folder, 'app')
  const manifest = path.join(app, 'package.json')
  const { dependencies, ...rest } = JSON.parse(await readFile(manifest, 'utf8'))
  const all = Object.assign({}, dependencies, ...stores.map((store) => store.dependencies))
  await writeFile(manifest, JSON.stringify({ ...rest, dependencies: all }))
  return app
}

async function providersOf(...ids: readonly string[]): Promise<readonly ProviderChoice[]> {
  const choices = await Promise.all(ids.map(chooseProvider))
  return choices.filter((one) => typeof one !== 'string')
}

/** Adds a module for each store next to the one with `auth`, and asserts that all compile. */
async function assertCompiles(app: string, host: Host): Promise<void> {
  const beside = path.join(app, path.dirname(host.authFile), 'with-every-store')
  const providers = await providersOf('google', 'login-gov')
  await mkdir(beside)
  for (const store of host.stores) {
    await writeFile(path.join(beside, `${store.id}.ts`), authModuleOf({ host, providers, store }))
  }
  assert.equal(await runNpm(['run', 'check'], app), 0)
  await writeFile(path.join(beside, 'faulty.ts'), "export const port: number = 'three'\n")
  assert.notEqual(await runNpm(['run', 'check'], app), 0, 'npm run check sees no fault')
  await rm(beside, { recursive: true })
}

function start(
  app: string,
  { commands }: Host,
  environment: Readonly<Record<string, string>>,
): StartedProject {
  const env = { PATH: process.env.PATH, HOME: path.dirname(app), ...environment, ...quietHosts }
  const started = startProject(app, commands.start, env)
  running.add(started.child)
  return started
}

for (const host of made) {
  test(`latchkey init --host ${host.id} makes what compiles and signs people in`, {
    skip: !chosen.includes(folderOf(host)),
    timeout: 900_000,
  }, async (context) => {
    const app = await make(host)
    assert.equal(await runNpm(['install', ...quietInstall], app), 0)
    Object.assign(process.env, quietHosts)
    await assertCompiles(app, host)
    // adapters.ts already builds Next.js, which takes minutes on two busy processors.
    if (host.scripts.build && host.id !== 'next') assert.equal(await runNpm(['run', 'build'], app), 0)
    const port = await findFreePort()
    if (host.variables) await movePorts(app, port)
    for (const store of host.stores) {
      const server = servers[store.id]
      const skip = server ? await skipWithout(server.url) : false
      const title = `with the store ${store.id}`
      await context.test(title, { skip }, () => assertSignsInWith(app, host, store, port))
    }
    if (host.variables) {
      const providers = await providersOf('google', 'github')
      const [store] = host.stores
      if (store) await writeFile(path.join(app, host.authFile), authModuleOf({ host, providers, store }))
      await assertWorkerHolds(app, await tarball())
    }
  })
}

/** All in one installed project: only the module with `auth` and the environment differ between stores. */
async function assertSignsInWith(app: string, host: Host, store: StoreChoice, port: number): Promise<void> {
  const providers = await providersOf('google', 'github')
  await writeFile(path.join(app, host.authFile), authModuleOf({ host, providers, store }))
  const database = await servers[store.id]?.own()
  const { child, output } = start(app, host, {
    PORT: String(port),
    ...(database && { DATABASE_URL: database.url }),
  })
  const origin = `http://localhost:${port}`
  try {
    await waitForAnswer(`${origin}/`, child, 180)
    // A development server compiles each route on its first request, which may take a while.
    for (const route of ['/auth/session', '/profile']) {
      await fetch(`${origin}${route}`, { redirect: 'manual', signal: AbortSignal.timeout(180_000) })
    }
    await assertSignsInAt(origin, { tellsPeer: host.tellsPeer, output })
  } finally {
    stopGroup(child)
    await once(child, 'close')
    running.delete(child)
    await database?.drop()
  }
}
