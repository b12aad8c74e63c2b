// `latchkey reseal` and its effect on all stored tokens.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { reseal } from '../../../src/cli/reseal.ts'
import { memory } from '../../../src/stores/memory.ts'
import { sqlite } from '../../../src/stores/sqlite.ts'
import { keepTokens } from '../../../src/tokens/keep-tokens.ts'
import { resealAll } from '../../../src/tokens/reseal.ts'
import { newTokens, OTHER_SECRET, SECRET, tokenBench } from './kept-by-memory.ts'

test('all tokens move to the newest secret, once; those that nothing opens are counted', async () => {
  const store = memory()
  for (let made = 0; made < 250; made++) {
    const { vault, owner } = await tokenBench(store)
    await keepTokens(vault, owner, { tokens: newTokens(), isWholeGrant: false })
  }
  const { vaultWith, owner } = await tokenBench(store)
  const lost = vaultWith(['a secret that nobody has any more, sadly'])
  await keepTokens(lost, owner, { tokens: newTokens(), isWholeGrant: false })

  const rotated = vaultWith([OTHER_SECRET, SECRET])
  assert.deepEqual(await resealAll(rotated), { resealed: 250, unreadable: 1, total: 251 })
  assert.deepEqual(await resealAll(rotated), { resealed: 0, unreadable: 1, total: 251 })
  assert.deepEqual(await resealAll(vaultWith([OTHER_SECRET])), { resealed: 0, unreadable: 1, total: 251 })
})

test('the command says what it did, and fails without a secret', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-reseal-'))
  const database = `sqlite:${join(folder, 'app.db')}`
  const store = sqlite(join(folder, 'app.db'))
  await store.migrate()
  const { vault, owner } = await tokenBench(store)
  await keepTokens(vault, owner, { tokens: newTokens(), isWholeGrant: false })
  const run = async (secret?: string) => {
    const lines: string[] = []
    const say = (text: string): void => void lines.push(text)
    const environment = { DATABASE_URL: database, LATCHKEY_SECRET: secret }
    return { exitCode: await reseal({ environment, write: say, complain: say }), lines }
  }
  assert.deepEqual(await run(`${OTHER_SECRET},${SECRET}`), {
    exitCode: 0,
    lines: ['Sealed 1 of 1 sets of tokens again.'],
  })
  assert.equal((await run(OTHER_SECRET)).exitCode, 0)
  assert.equal((await run(SECRET)).exitCode, 1)
  assert.match((await run()).lines.join(), /config_secret_missing/)
  await store.close()
  await rm(folder, { recursive: true })
})
