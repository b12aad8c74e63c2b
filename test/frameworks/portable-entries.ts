// Entries that must run without Node: bundled for a worker, each of them contains no module of Node's.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { root } from '../../tools/programs.ts'
import { bundleForWorkers } from '../contract/adapter-hosts/workerd.ts'

const providers = readdirSync(path.join(root, 'src/providers'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `latchkey/providers/${name.slice(0, -3)}`)

for (const entry of [
  'latchkey',
  'latchkey/fetch',
  'latchkey/h3',
  'latchkey/hono',
  'latchkey/lambda',
  'latchkey/native',
  'latchkey/oauth',
  'latchkey/resource',
  'latchkey/stores/d1',
  'latchkey/stores/libsql',
  'latchkey/stores/neon',
  'latchkey/stores/memory',
  ...providers,
]) {
  test(`${entry} needs no module of Node's`, async () => {
    // For browsers, esbuild refuses every `node:` import.
    const { warnings } = await bundleForWorkers({
      stdin: { contents: `export * from '${entry}'`, resolveDir: root },
      write: false,
    })
    assert.deepEqual(warnings, [])
  })
}

test('the same bundler refuses what does need Node', async () => {
  const contents = "export * from 'latchkey/node'"
  await assert.rejects(
    bundleForWorkers({ stdin: { contents, resolveDir: root }, write: false, logLevel: 'silent' }),
  )
})
