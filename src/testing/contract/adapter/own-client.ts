// One of the application's own clients. It has no cookies: it shows a code, and a visitor signs it in (RFC 8628).
import assert from 'node:assert/strict'
import type { ProvingClient } from './contract-issuer.ts'
import type { StageApplication } from './stage.ts'
import type { Visitor } from './visitor.ts'

export interface ClientTokens {
  readonly access: string
  readonly refresh: string
}

const client = { client_id: 'device' }

/** Signs in the visitor, who then signs in the client. With `key`, the tokens are bound to that key. */
export async function signInClient(
  app: StageApplication,
  tab: Visitor,
  key?: ProvingClient,
): Promise<ClientTokens> {
  const { device_code = '', verification_uri_complete = '' } = await post(app, '/auth/device', client)
  await tab.open(verification_uri_complete)
  await tab.submit({ action: '/auth/login/local' })
  await tab.submit({ action: '/auth/device/answer' })
  const url = `${app.origin}${app.prefix}/auth/token`
  const proof = key ? { dpop: await key.proof(null, { method: 'POST', url }) } : {}
  const form = { ...client, device_code, grant_type: 'urn:ietf:params:oauth:grant-type:device_code' }
  const { access_token, refresh_token } = await post(app, '/auth/token', form, proof)
  return { access: String(access_token), refresh: String(refresh_token) }
}

/** Ends the client's session. */
export async function signOutClient(app: StageApplication, { refresh }: ClientTokens): Promise<void> {
  const { status } = await app.send('/auth/revoke', { method: 'POST', form: { ...client, token: refresh } })
  assert.equal(status, 200)
}

async function post(
  app: StageApplication,
  path: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const { status, body } = await app.send(path, { method: 'POST', form, headers })
  assert.equal(status, 200, `${path}: ${body}`)
  return JSON.parse(body)
}
