// `latchkey explain` on the command line: logs in the formats of collectors, the audit trail, and the message if nothing is found.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { sqlite } from 'latchkey/stores/sqlite'
import { explain } from '../../../src/cli/explain.ts'

const entry = {
  event: 'refused',
  level: 'warn',
  time: '2026-11-27T18:12:53.164Z',
  referenceId: 'dfk2q38s5w',
  code: 'provider_id_token_invalid',
  provider: 'google',
  detail: 'ID token: JWT "nonce" (nonce) claim missing.',
  facts: { at: 'id-token', check: 'nonce', isMissing: true },
  causes: ['OperationProcessingError: JWT "nonce" (nonce) claim missing'],
}
const line = JSON.stringify(entry)

interface Outcome {
  readonly code: number
  readonly written: string
  readonly complaint: string
}

async function run(
  args: readonly string[],
  {
    input = '',
    environment = {},
    isPiped = true,
  }: { input?: string; environment?: Record<string, string>; isPiped?: boolean } = {},
): Promise<Outcome> {
  let written = ''
  let complaint = ''
  const code = await explain(args, {
    environment,
    write: (text) => {
      written += text
    },
    complain: (text) => {
      complaint += text
    },
    input: Readable.from([input]),
    isPiped,
  })
  return { code, written, complaint }
}

describe('latchkey explain', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-explain-'))
  })
  after(() => rm(folder, { recursive: true }))

  test('names cause, fault and remedy, and what the log says', async () => {
    const { code, written } = await run(['dfk2q38s5w'], { input: `noise\n${line}\n` })
    assert.equal(code, 0)
    assert.match(written, /^dfk2q38s5w {2}2026-11-27T18:12:53\.164Z, provider google\n/)
    assert.match(written, / Cause {4}The ID token has no nonce, although one was sent\./)
    assert.match(written, / Fault {4}the provider\n/)
    assert.match(written, / Remedy {3}OpenID Connect Core/)
    assert.match(written, / Code {5}provider_id_token_invalid \(nonce_absent\)/)
    assert.match(written, / Log {6}ID token: JWT "nonce"/)
  })

  const dressed: Readonly<Record<string, string>> = {
    'docker compose': `app-1  | ${line}`,
    journald: `Nov 27 18:12:53 host app[712]: ${line}`,
    'a collector that nests the object': JSON.stringify({ ts: 1, kubernetes: { pod: 'a' }, latchkey: entry }),
    'a collector that keeps the line as text': JSON.stringify({ log: `${line}\n`, stream: 'stdout' }),
    'a line of Windows': `${line}\r`,
  }
  for (const [collector, text] of Object.entries(dressed)) {
    test(`reads the log of ${collector}`, async () => {
      const { code, written } = await run(['DFK2Q38S5W', '--json'], { input: `{broken\n${text}\n` })
      assert.equal(code, 0)
      assert.equal(JSON.parse(written)[0].cause.id, 'nonce_absent')
    })
  }

  test('reads files, the first that has the reference', async () => {
    const [empty, full] = [join(folder, 'empty.log'), join(folder, 'full.log')]
    await Promise.all([writeFile(empty, 'nothing\n'), writeFile(full, `${line}\n`)])
    assert.match((await run(['dfk2q38s5w', empty, full])).written, /nonce_absent/)
    const missing = await run(['dfk2q38s5w', join(folder, 'none.log')])
    assert.equal(missing.code, 1)
    assert.match(missing.complaint, /There is no file .*none\.log/)
  })

  test('an older line, without facts, gets what its code means in general', async () => {
    const { facts: _, ...older } = entry
    const { written } = await run(['dfk2q38s5w'], { input: JSON.stringify(older) })
    assert.match(written, /Cause {4}The ID token failed a check of OpenID Connect Core/)
  })

  test('a reference that no line has is said, and a neighbouring one is not taken for it', async () => {
    for (const input of ['', `${line}\n`.replace('dfk2q38s5w', 'dfk2q38s5x'), `{"detail":"dfk2q38s5w"}`]) {
      const { code, written, complaint } = await run(['dfk2q38s5w'], { input })
      assert.deepEqual([code, written], [1, ''])
      assert.match(complaint, /No line of the log has the reference dfk2q38s5w/)
    }
  })

  test('secrets and controls that got into a log do not get out of it', async () => {
    const secret = 'c2VjcmV0LWNvZGUtMTIzNDU2Nzg5MA'
    const input = JSON.stringify({
      ...entry,
      detail: `code=${secret} \u001b[31mred\u202e`,
      provider: 'g\u001b[0m',
    })
    const { written } = await run(['dfk2q38s5w'], { input })
    assert.ok(!written.includes(secret))
    assert.ok(!written.includes('\u001b') && !written.includes('\u202e'))
  })

  test('facts of another shape, and codes of another release, are no hindrance', async () => {
    const input = JSON.stringify({
      ...entry,
      code: 'from_the_future',
      facts: { at: 7, check: ['x'], status: 'no' },
      causes: 'text',
    })
    const { code, written } = await run(['dfk2q38s5w'], { input })
    assert.equal(code, 0)
    assert.match(written, /from_the_future/)
  })

  test('reads the audit trail, newest first, and says that the log says more', async () => {
    const DATABASE_URL = `sqlite:${join(folder, 'app.db')}`
    const store = sqlite(join(folder, 'app.db'))
    await store.migrate()
    const common = {
      userId: 'u',
      sessionId: null,
      accountId: null,
      provider: 'google',
      userAgent: null,
      clientAddress: null,
    }
    for (let count = 0; count < 600; count++) {
      const id = `0199${String(count).padStart(8, '0')}`
      const isIt = count === 3
      await store.audit.append({
        ...common,
        id: `${id.slice(0, 8)}-${id.slice(8)}-7000-8000-000000000000`,
        at: Date.UTC(2026, 0, 1) + count,
        type: 'refused',
        reason: isIt ? 'session_not_fresh' : 'account_last',
        referenceId: isIt ? 'dfk2q38s5w' : `other${count}`,
      })
    }
    await store.close()
    const environment = { DATABASE_URL }
    for (const asked of [
      { args: ['--audit'], isPiped: true },
      { args: [], isPiped: false },
    ]) {
      const { code, written } = await run(['dfk2q38s5w', ...asked.args], { ...asked, environment })
      assert.equal(code, 0)
      assert.match(written, /session_not_fresh/)
      assert.match(written, /the log line of this reference says more/)
    }
    const none = await run(['dfk2q38s5x', '--audit'], { environment })
    assert.equal(none.code, 1)
    assert.match(none.complaint, /The audit trail has no entry/)
  })

  test('without a log and without a database it says what to give it, and makes no file', async () => {
    const before = process.cwd()
    process.chdir(folder)
    try {
      const { code, complaint } = await run(['dfk2q38s5w'], { isPiped: false })
      assert.equal(code, 1)
      assert.match(complaint, /Name the log file/)
    } finally {
      process.chdir(before)
    }
  })

  for (const args of [[], ['--what'], ['dfk2q38s5w', 'app.log', '--audit']]) {
    test(`called wrongly (${args.join(' ') || 'nothing'}), it shows how`, async () => {
      const { code, written, complaint } = await run(args)
      assert.deepEqual({ code, written }, { code: 2, written: '' })
      assert.match(complaint, /^latchkey explain: .+\nUsage: latchkey explain REFERENCE/)
    })
  }

  test('what is no reference is refused by name', async () => {
    for (const reference of ['../etc/passwd', 'a b', 'x', '{"a":1}']) {
      const { code, complaint } = await run([reference])
      assert.equal(code, 1)
      assert.match(complaint, /is not a reference/)
    }
  })
})
