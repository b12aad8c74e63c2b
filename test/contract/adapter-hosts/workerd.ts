// Plain fetch handlers, and Hono, on workerd without any compatibility with Node.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AdapterHost, HostEnvironment } from '../../../src/testing/contract/adapter/stage.ts'
import { startProgram } from './program.ts'

const folder = path.resolve(import.meta.dirname, '../../frameworks/fetch')
const { resolve } = createRequire(path.join(folder, 'package.json'))
// The executable itself; killing its wrapper script would leave it running.
const machine = `${process.platform}-${process.arch === 'x64' ? '64' : process.arch}`
const binary = path.join(folder, `node_modules/@cloudflare/workerd-${machine}/bin/workerd`)

export const workerdHost: AdapterHost = {
  name: 'workerd',
  hasApi: true,
  differs: { language: 'its bundle contains only English' },
  start: (environment) => startWorker(path.join(folder, 'fetch-worker.ts'), environment),
}

export const honoOnWorkerdHost: AdapterHost = {
  name: 'Hono on workerd',
  hasApi: true,
  differs: { language: 'its bundle contains only English' },
  start: (environment) => startWorker(path.join(folder, 'hono-worker.ts'), environment),
}

/** Bundles and serves a worker with these bindings. Returns a function that stops it. */
export async function startWorker(entry: string, environment: HostEnvironment): Promise<() => Promise<void>> {
  const built = await mkdtemp(path.join(tmpdir(), 'latchkey-workerd-'))
  const outfile = path.join(built, 'worker.js')
  await bundleForWorkers({ entryPoints: [entry], outfile, external: ['cloudflare:workers'] })
  await writeFile(path.join(built, 'config.capnp'), configuration(environment))
  const args = ['serve', path.join(built, 'config.capnp')]
  const stop = await startProgram({ command: binary, args, folder: built }, environment)
  return async () => {
    await stop()
    await rm(built, { recursive: true })
  }
}

/** Bundles like wrangler. Any `node:` import is an error. */
export async function bundleForWorkers(options: object): Promise<{ readonly warnings: readonly unknown[] }> {
  const { build } = await import(resolve('esbuild'))
  const conditions = ['workerd', 'worker', 'browser', 'latchkey-source']
  return build({ bundle: true, format: 'esm', platform: 'browser', conditions, ...options })
}

/** https://github.com/cloudflare/workerd/blob/main/src/workerd/server/workerd.capnp */
function configuration(environment: HostEnvironment): string {
  const bindings = Object.entries(environment).map(
    ([name, text]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(text)})`,
  )
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "application", worker = .application),
    (name = "network", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${environment.PORT}", http = (), service = "application")],
);
const application :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "2026-01-01",
  globalOutbound = "network",
  bindings = [${bindings.join(', ')}],
);
`
}
