// Adapter contract: a route that accepts access tokens of another issuer. The API's own tests cover the rules; these cases check
// that each host passes the right request to the guard, and delivers its answer completely.
import assert from 'node:assert/strict'
import { exchangeRaw } from '../http-exchange.ts'
import type { AdapterCase } from './adapter-case.ts'
import { createProvingClient } from './contract-issuer.ts'
import type { AdapterHost } from './stage.ts'

const path = '/api/notes'
const appliesTo = ({ hasApi = false }: AdapterHost): boolean => hasApi

export const bearerCases: readonly AdapterCase[] = [
  {
    id: 'bearer',
    title:
      '`requireBearer` admits a token of the issuer for this API, and refuses with the challenge that says why',
    appliesTo,
    async run({ app, appBelowPrefix, issuer }) {
      for (const { send, resource } of [app, appBelowPrefix]) {
        const ask = (token: string) => send(path, { headers: { authorization: `Bearer ${token}` } })
        const accepted = await ask(await issuer.token(resource))
        assert.equal(accepted.status, 200)
        assert.deepEqual(JSON.parse(accepted.body), { subject: 'alex' })
        for (const [token, status, error] of [
          [await issuer.token('https://other.example'), 401, 'invalid_token'],
          [await issuer.token(resource, { scope: 'notes:write' }), 403, 'insufficient_scope'],
          ['opaque', 401, 'invalid_token'],
        ] as const) {
          const refused = await ask(token)
          assert.equal(refused.status, status)
          assert.match(String(refused.headers['www-authenticate']), new RegExp(`^Bearer .*error="${error}"`))
          assert.equal(JSON.parse(refused.body).error, error)
          assert.match(String(refused.headers['cache-control']), /no-store/)
        }
        const anonymous = await send(path)
        assert.equal(anonymous.status, 401)
        const challenge = String(anonymous.headers['www-authenticate'])
        assert.match(challenge, /^Bearer resource_metadata="[^"]+", scope="notes:read"/)
        assert.doesNotMatch(challenge, /error=/)
        const inQuery = await send(`${path}?access_token=${await issuer.token(resource)}`)
        assert.equal(inQuery.status, 400)
      }
    },
  },
  {
    id: 'bearer-two',
    title: 'Two `Authorization` headers are refused, in either order',
    appliesTo,
    async run({ app, issuer }) {
      const token = await issuer.token(app.resource)
      const other = await issuer.token('https://other.example')
      for (const tokens of [
        [token, other],
        [other, token],
      ]) {
        const lines = tokens.map((each) => `authorization: Bearer ${each}`)
        const answer = await exchangeRaw(
          app.port,
          `GET ${path} HTTP/1.1\r\nhost: localhost:${app.port}\r\n${lines.join('\r\n')}\r\nconnection: close\r\n\r\n`,
        )
        assert.match(answer, /^HTTP\/1\.1 400 /)
      }
    },
  },
  {
    id: 'bearer-key',
    title: 'A token bound to a key needs a proof for exactly this address, also below a prefix',
    appliesTo,
    async run({ app, appBelowPrefix, issuer }) {
      const client = await createProvingClient()
      for (const { send, resource } of [app, appBelowPrefix]) {
        const token = await issuer.token(resource, { cnf: { jkt: client.thumbprint } })
        const proofFor = (url: string) => client.proof(token, { method: 'GET', url })
        const ask = (authorization: string, dpop: string) =>
          send(`${path}?page=2`, { headers: { authorization, dpop } })
        const dpop = await proofFor(`${resource}${path}`)
        const accepted = await ask(`DPoP ${token}`, dpop)
        assert.equal(accepted.status, 200, accepted.body)
        const again = await ask(`DPoP ${token}`, dpop)
        assert.equal(again.status, 401)
        assert.match(String(again.headers['www-authenticate']), /^DPoP .*error="invalid_dpop_proof"/)
        const elsewhere = await proofFor(`${resource}/api/other`)
        assert.equal((await ask(`DPoP ${token}`, elsewhere)).status, 401)
        const downgraded = await ask(`Bearer ${token}`, await proofFor(`${resource}${path}`))
        assert.equal(downgraded.status, 401)
      }
    },
  },
  {
    id: 'bearer-metadata',
    title: 'The metadata of the API is served at the address in the challenge, to every origin',
    appliesTo,
    async run({ app, issuer }) {
      const challenge = String((await app.send(path)).headers['www-authenticate'])
      const address = /resource_metadata="([^"]+)"/.exec(challenge)?.[1] ?? ''
      assert.ok(address.startsWith(`${app.origin}/`))
      const { status, headers, body } = await app.send(address.slice(app.origin.length))
      assert.equal(status, 200)
      assert.match(String(headers['content-type']), /^application\/json/)
      assert.equal(headers['access-control-allow-origin'], '*')
      const { resource, authorization_servers: servers } = JSON.parse(body)
      assert.deepEqual([resource, servers], [app.resource, [issuer.issuer]])
    },
  },
]
