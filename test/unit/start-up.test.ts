// A start loads only what it needs: each unneeded module costs every restart a third of a millisecond, and Node's fetch as
// much as all of Latchkey's modules together.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'

const root = path.join(import.meta.dirname, '../..')

/**
 * A server that answers a request without a cookie and one with an invalid cookie, then prints which modules were
 * loaded.
 */
const program = `
  const { latchkey } = await import('./src/index.ts')
  const { google } = await import('./src/providers/google.ts')
  const { nodeLatchkey, requireUser } = await import('./src/adapters/node.ts')
  const auth = latchkey({
    origin: 'https://app.example', secret: 'x'.repeat(40), log: () => {},
    providers: [google({ clientId: 'id', clientSecret: 'secret' })],
    store: STORE,
  })
  await auth.migrate()
  await auth.ready()
  const listener = nodeLatchkey(auth, (request, response) => response.end())
  const response = { setHeader() {}, appendHeader() {}, end() {} }
  for (const cookie of ['', '__Host-latchkey=' + '-'.repeat(22) + '.' + 'A'.repeat(43)]) {
    await listener({ url: '/', headers: { host: 'app.example', cookie } }, response)
  }
  // The list is read after the expression before it.
  console.log(JSON.stringify({ hasFetch: FETCH, builtIn: process.moduleLoadList }))
  process.exit()
`
const stores = {
  none: { imports: '', store: 'undefined' },
  sqlite: { imports: "import { sqlite } from './src/stores/sqlite.ts'\n", store: "sqlite(':memory:')" },
}

for (const [name, { imports, store }] of Object.entries(stores)) {
  test(`a start and its first session checks load no fetch (store: ${name})`, async () => {
    assert.equal(loadsFetch(await run(imports + filled(store, 'false'))), false)
    // Twin: the list shows fetch as soon as a program uses it.
    assert.equal(loadsFetch(await run(imports + filled(store, 'typeof new Headers() === "object"'))), true)
  })
}

function filled(store: string, fetch: string): string {
  return program.replace('STORE', store).replace('FETCH', fetch)
}

async function run(code: string): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=latchkey-source', '--input-type=module', '--eval', code],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
  )
  return JSON.parse(stdout).builtIn
}

function loadsFetch(builtIn: readonly string[]): boolean {
  return builtIn.some((name) => name.includes('undici'))
}
