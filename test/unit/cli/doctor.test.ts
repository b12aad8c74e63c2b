// `latchkey doctor` on correct and on wrong set-ups, against a real application and a real provider on loopback.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { nodeLatchkey } from '../../../src/adapters/node.ts'
import { doctor } from '../../../src/cli/doctor.ts'
import { type DevIdentityProvider, startDevIdentityProvider } from '../../../src/dev-idp/index.ts'
import { optionsFromEnvironment } from '../../../src/environment.ts'
import { latchkey } from '../../../src/latchkey.ts'

const SECRET = 'q8Zt3vLw0yBf6KxNn1sEr5uGd7hJm2pC'
let idp: DevIdentityProvider
let right: Record<string, string>
const closing: (() => unknown)[] = []

before(async () => {
  idp = await startDevIdentityProvider({ port: 0 })
  const { place, clientId, clientSecret } = await idp.serve({
    id: 'company',
    name: 'Company',
    kind: 'oidc',
    protocol: 'oidc',
    scopes: ['openid'],
  })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  idp.allowRedirect('company', `${origin}/auth/callback/company`)
  right = {
    ORIGIN: origin,
    LATCHKEY_SECRET: SECRET,
    DATABASE_URL: 'memory:',
    OIDC_PROVIDERS: 'company',
    OIDC_COMPANY_ISSUER: place.issuer ?? '',
    OIDC_COMPANY_CLIENT_ID: clientId,
    OIDC_COMPANY_CLIENT_SECRET: clientSecret,
  }
  const auth = latchkey({ ...(await optionsFromEnvironment(right)), log: () => {} })
  server.on(
    'request',
    nodeLatchkey(auth, (_, response) => response.end('home')),
  )
  closing.push(
    () => auth.close(),
    () => server.closeAllConnections(),
    () => server.close(),
    () => idp.close(),
  )
})
after(async () => {
  for (const close of closing) await close()
})

async function examine(change: Record<string, string | undefined>): Promise<{ code: number; text: string }> {
  const lines: string[] = []
  const environment = { ...right, ...change }
  const code = await doctor({ environment, write: (text) => lines.push(text) })
  return { code, text: lines.join('\n') }
}

test('a right set-up: exit code 0, and the redirect URI to register', async () => {
  const { code, text } = await examine({})
  assert.equal(code, 0, text)
  assert.match(text, /ok +company: register exactly http:\/\/localhost:\d+\/auth\/callback\/company at /)
  assert.match(text, /company: discovery works, and its issuer matches/)
  assert.match(text, /company: the clocks agree/)
  assert.match(text, /company: its key set has a key that can verify ID tokens/)
  assert.match(text, /company: the authorization endpoint accepts the client and the redirect URI/)
  assert.match(text, /company: the token endpoint accepts the client, and refuses a made-up code/)
  assert.match(text, /proxy: forms of this application are accepted, and those of other sites are refused/)
  assert.doesNotMatch(text, /PROBLEM/)
})

test('says which providers and which database it looks at, where the environment names none', async () => {
  const before = process.cwd()
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-doctor-'))
  process.chdir(folder)
  try {
    const nothing = { OIDC_PROVIDERS: undefined, DATABASE_URL: undefined, ORIGIN: undefined }
    const { text } = await examine({ ...nothing, MIGRATE: undefined })
    assert.match(text, /advice +providers: PROVIDERS is not set; this looks at google, github, facebook\./)
    const again = await examine({ PROVIDERS: 'google', DATABASE_URL: 'memory:' })
    assert.doesNotMatch(again.text, /PROVIDERS is not set|DATABASE_URL is not set/)
  } finally {
    process.chdir(before)
    await rm(folder, { recursive: true, force: true })
  }
})

test('no secret is printed, right or wrong', async () => {
  for (const change of [
    {},
    { OIDC_COMPANY_ISSUER: 'http://127.0.0.1:9' },
    { LATCHKEY_SECRET: 'short-secret-value' },
  ]) {
    const { text } = await examine(change)
    for (const secret of [SECRET, right.OIDC_COMPANY_CLIENT_SECRET ?? '', 'short-secret-value']) {
      assert.ok(!text.includes(secret))
    }
  }
})

const wrong: readonly { name: string; change: Record<string, string | undefined>; says: RegExp }[] = [
  {
    name: 'a provider that does not answer',
    change: { OIDC_COMPANY_ISSUER: 'http://127.0.0.1:9' },
    says: /PROBLEM +company: /,
  },
  {
    name: 'an issuer with a slash too many',
    change: undefined as never,
    says: /PROBLEM +company: [\s\S]*compared byte for byte/,
  },
  {
    name: 'NW7 a client secret that is not the registered one',
    change: { OIDC_COMPANY_CLIENT_SECRET: 'not-the-secret-of-this-client' },
    says: /PROBLEM +company: the token endpoint refuses the client/,
  },
  {
    name: 'NW7 a client that the provider does not know',
    change: { OIDC_COMPANY_CLIENT_ID: 'somebody-else' },
    says: /PROBLEM +company: the authorization endpoint/,
  },
  {
    name: 'NW7 a redirect URI that is not registered',
    change: { BASE_PATH: '/sign-in' },
    says: /PROBLEM +company: the authorization endpoint/,
  },
  {
    name: 'a secret that is too short',
    change: { LATCHKEY_SECRET: 'short' },
    says: /PROBLEM +secret: it has 5 bytes/,
  },
  {
    name: 'a secret that everybody tries first',
    change: { LATCHKEY_SECRET: 'change-me-change-me-change-me-please' },
    says: /PROBLEM +secret: it contains a word/,
  },
  {
    name: 'production without an origin',
    change: { NODE_ENV: 'production', ORIGIN: undefined },
    says: /PROBLEM +configuration: [\s\S]*ORIGIN/,
  },
  {
    name: 'an unknown kind of database',
    change: { DATABASE_URL: 'oracle://x' },
    says: /PROBLEM +configuration: /,
  },
  {
    name: 'a client id with a space behind it',
    change: { OIDC_COMPANY_CLIENT_ID: 'id ' },
    says: /PROBLEM +company: a credential begins or ends with a space/,
  },
]

for (const { name, change, says } of wrong) {
  test(`a wrong set-up: ${name}`, async () => {
    const { code, text } = await examine(change ?? { OIDC_COMPANY_ISSUER: `${right.OIDC_COMPANY_ISSUER}/` })
    assert.equal(code, 1, text)
    assert.match(text, says)
  })
}

for (const { name, answer, says } of [
  {
    name: 'a proxy that removes Cache-Control',
    answer: { remove: 'cache-control' },
    says: /PROBLEM +proxy: the proxy removes Cache-Control/,
  },
  { name: 'a proxy that answers by itself', answer: { status: 502 }, says: /PROBLEM +proxy: .* answers 502/ },
]) {
  test(`a wrong set-up: ${name}`, async () => {
    const proxy = createServer(async (request, response) => {
      if (answer.status) return response.writeHead(answer.status).end()
      const { origin } = request.headers
      const init = { method: request.method ?? 'GET', redirect: 'manual' as const }
      const behind = await fetch(
        `${right.ORIGIN}${request.url}`,
        origin ? { ...init, headers: { origin } } : init,
      )
      const headers = Object.fromEntries(behind.headers)
      if (answer.remove) delete headers[answer.remove]
      response.writeHead(behind.status, headers).end(await behind.text())
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const ORIGIN = `http://localhost:${(proxy.address() as AddressInfo).port}`
    const { code, text } = await examine({ ORIGIN })
    proxy.closeAllConnections()
    proxy.close()
    assert.equal(code, 1, text)
    assert.match(text, says)
  })
}
