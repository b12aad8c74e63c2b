// NC1 in the reference app, where the provider is configured by the environment alone.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import { signCompact } from '../support/compact-jwt.ts'
import { exchange } from '../support/http-exchange.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let provider: TestProvider
let app: Application

before(async () => {
  provider = await startProvider({ alg: 'RS256' })
  app = await startApplication({
    environment: {
      OIDC_PROVIDERS: 'fruit',
      OIDC_FRUIT_KIND: 'apple',
      OIDC_FRUIT_CLIENT_ID: provider.clientId,
      OIDC_FRUIT_CLIENT_SECRET: provider.clientSecret ?? '',
      OIDC_FRUIT_ISSUER: provider.issuer,
      OIDC_FRUIT_RESPONSE_MODE: 'query',
      OIDC_FRUIT_APP_IDS: 'com.example.app',
    },
  })
})
after(async () => {
  await app?.stop()
  await provider?.stop()
})

function tell(event: object, aud: string) {
  const seconds = Math.floor(Date.now() / 1000)
  const { kid, alg, privateKey } = provider.signingKey
  const events = JSON.stringify({ event_time: Date.now(), ...event })
  const payload = signCompact({
    header: { alg, kid },
    payload: { iss: provider.issuer, aud, iat: seconds, exp: seconds + 86_400, jti: randomUUID(), events },
    key: privateKey,
  })
  return exchange({
    method: 'POST',
    url: new URL(`http://127.0.0.1:${app.port}/auth/notifications/fruit`),
    headers: { host: new URL(app.origin).host, 'content-type': 'application/json' },
    body: JSON.stringify({ payload }),
  })
}

test('NC1 the reference app hears of a consent that was withdrawn, and of an account that is gone', async () => {
  const person = newPerson()
  const browser = app.browser()
  await signIn(browser, app, 'fruit', { at: provider, as: person })
  const me = await whoIs(browser, app)
  assert.equal(me?.sub, person.sub)
  const census = app.census()
  const foreign = await tell({ type: 'account-delete', sub: person.sub }, 'com.example.other')
  assert.equal(foreign.status, 400)
  assert.match(String(foreign.headers['content-type']), /json/)
  assert.ok(await whoIs(browser, app))
  assert.equal((await tell({ type: 'consent-revoked', sub: person.sub }, provider.clientId)).status, 200)
  assert.equal(await whoIs(browser, app), null)
  assert.deepEqual(app.census(), census, 'user and link are kept for the next consent')
  await signIn(browser, app, 'fruit', { at: provider, as: person })
  assert.equal((await whoIs(browser, app))?.id, me?.id)
  assert.equal((await tell({ type: 'account-delete', sub: person.sub }, 'com.example.app')).status, 200)
  assert.equal(await whoIs(browser, app), null)
  assert.deepEqual(app.census(), { users: census.users - 1, accounts: census.accounts - 1 })
})
