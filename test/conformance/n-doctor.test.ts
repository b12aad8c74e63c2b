// Second reading: the doctor examines every entry of the catalogue without crashing.
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { doctor } from '../../src/cli/doctor.ts'
import { variableOf, variableOfOption } from '../../src/contracts/variable-of.ts'
import { catalogueKinds, loadCatalogueEntry } from '../../src/providers/definition/catalogue.ts'

const secret = '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'

const key = String(
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' }),
)

/** No server listens at this address, so no test reaches a real provider. */
const nowhere = 'http://127.0.0.1:9'

async function environmentOf(kind: string): Promise<Record<string, string>> {
  const prefix = variableOf(kind)
  const { ownOptions = {} } = (await loadCatalogueEntry(kind))?.() ?? {}
  const own = Object.entries(ownOptions).flatMap(([name, { kind: form, example }]) => {
    const value = form === 'pem' ? key : example
    return value ? [[`${prefix}_${variableOfOption(name)}`, value]] : []
  })
  return {
    ORIGIN: 'https://app.example',
    LATCHKEY_SECRET: 'q8Zt3vLw0yBf6KxNn1sEr5uGd7hJm2pC',
    NODE_ENV: 'production',
    DATABASE_URL: 'memory:',
    PROVIDERS: kind,
    [`${prefix}_CLIENT_ID`]: `1234567890-${kind}.apps.example`,
    [`${prefix}_CLIENT_SECRET`]: secret,
    ...Object.fromEntries(own),
  }
}

test('NH0 with real-looking credentials for every entry, each is examined and nothing is thrown', async () => {
  process.env.HTTPS_PROXY = nowhere
  try {
    for (const kind of catalogueKinds) {
      const lines: string[] = []
      const write = (text: string): number => lines.push(text)
      // No provider can be reached, which is the only failure that the doctor may report.
      assert.equal(await doctor({ environment: await environmentOf(kind), write }), 1, kind)
      const text = lines.join('\n')
      const registers = `ok +${kind}: register exactly https://app\\.example/auth/callback/${kind} at `
      assert.match(text, new RegExp(registers))
      assert.doesNotMatch(text, /configuration:/)
      assert.ok(!text.includes(secret), kind)
    }
  } finally {
    delete process.env.HTTPS_PROXY
  }
})
