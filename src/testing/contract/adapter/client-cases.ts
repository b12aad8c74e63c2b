// Adapter contract: the application's own clients, which send their session in `Authorization` to its routes.
import assert from 'node:assert/strict'
import { exchangeRaw } from '../http-exchange.ts'
import type { AdapterCase } from './adapter-case.ts'
import { assertRefusedAsJson } from './assert-answer.ts'
import { createProvingClient } from './contract-issuer.ts'
import { signInClient, signOutClient } from './own-client.ts'
import { personName, type StageApplication } from './stage.ts'

export const clientCases: readonly AdapterCase[] = [
  {
    id: 'client',
    title: 'A native client gets a session without cookies, and guards admit it until the session ends',
    async run({ appWithClients: app, visitor }) {
      const tab = visitor()
      const tokens = await signInClient(app, tab)
      const headers = { authorization: `Bearer ${tokens.access}` }
      await assertSignedIn(app, headers)
      const page = await app.send('/profile', { headers })
      assert.match(page.body, new RegExp(`Your profile, ${personName}`))
      assert.deepEqual(page.setCookies, [])
      assert.match(String(page.headers['cache-control']), /no-store/)
      assert.equal(JSON.parse((await app.send('/auth/session', { headers })).body).user.name, personName)

      await signOutClient(app, tokens)
      await assertRefused(app, headers)
      await assertSignedIn(app, { cookie: tab.cookiesFor(new URL(app.origin)) })
    },
  },
  {
    id: 'client-cookie',
    title: 'A request with a token is judged by the token alone, whatever cookie it carries',
    async run({ appWithClients: app, visitor }) {
      const tab = visitor()
      await signInClient(app, tab)
      const cookie = tab.cookiesFor(new URL(app.origin))
      await assertSignedIn(app, { cookie })
      await assertRefused(app, { cookie, authorization: 'Bearer made-up' })
      // Basic authentication, such as a staging server's password, is not a token.
      await assertSignedIn(app, { cookie, authorization: 'Basic c3RhZ2luZzpzZWNyZXQ=' })
    },
  },
  {
    id: 'client-two',
    title: 'A second `Authorization` header next to the session of a client is refused, in either order',
    async run({ appWithClients: app, visitor }) {
      const { access } = await signInClient(app, visitor())
      for (const tokens of [
        [access, 'made-up'],
        ['made-up', access],
      ]) {
        const lines = tokens.map((each) => `authorization: Bearer ${each}\r\n`).join('')
        const head = `GET ${app.prefix}/api/me HTTP/1.1\r\nhost: localhost:${app.port}\r\n${lines}connection: close\r\n\r\n`
        assert.match(await exchangeRaw(app.port, head), /^HTTP\/1\.1 400 /)
      }
    },
  },
  {
    id: 'client-key',
    title: 'A session bound to a key needs a proof for exactly this address',
    async run({ appWithClients: app, visitor }) {
      const key = await createProvingClient()
      const { access } = await signInClient(app, visitor(), key)
      const proofFor = (path: string) =>
        key.proof(access, { method: 'GET', url: `${app.origin}${app.prefix}${path}` })
      const ask = (scheme: string, dpop: string) =>
        app.send('/api/me', { headers: { authorization: `${scheme} ${access}`, dpop } })
      const dpop = await proofFor('/api/me')
      const accepted = await ask('DPoP', dpop)
      assert.deepEqual([accepted.status, JSON.parse(accepted.body)], [200, { name: personName }])
      assert.equal((await ask('DPoP', dpop)).status, 401)
      assert.equal((await ask('DPoP', await proofFor('/api/other'))).status, 401)
      assert.equal((await ask('Bearer', await proofFor('/api/me'))).status, 401)
    },
  },
]

type Headers = Readonly<Record<string, string>>

async function assertSignedIn(app: StageApplication, headers: Headers): Promise<void> {
  const { status, body } = await app.send('/api/me', { headers })
  assert.deepEqual([status, JSON.parse(body)], [200, { name: personName }])
}

async function assertRefused(app: StageApplication, headers: Headers): Promise<void> {
  const refused = await app.send('/api/me', { headers })
  assertRefusedAsJson(refused, 401, 'bearer_invalid')
  assert.match(String(refused.headers['www-authenticate']), /^Bearer .*error="invalid_token"/)
  // A client that sends a token is a program; a sign-in page would not help it.
  const page = await app.send('/profile', { headers })
  assert.deepEqual([page.status, page.headers.location], [401, undefined])
  assert.doesNotMatch(page.body, /Your profile/)
  assert.equal((await app.send('/auth/session', { headers })).body, 'null')
}
