// Userinfo and the providers' own APIs accept only a valid token with the required scope in the header.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { graphVersion } from '../../../src/providers/definition/graph-version.ts'
import { errorOf, withIdp } from './dev-client.ts'

test('userinfo takes the token from the header only', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const { access_token } = await acme.tokens()
    const url = acme.endpoints.userinfo
    const profile = (await (await acme.get(url, access_token)).json()) as Record<string, unknown>
    assert.equal(profile.email, 'alex@example.com')
    assert.equal(profile.sub, (await acme.claims()).sub)
    const none = await fetch(url)
    assert.equal(none.status, 401)
    assert.equal(none.headers.get('www-authenticate'), 'Bearer realm="acme"')
    const unknown = await acme.get(url, 'unknown')
    assert.equal(unknown.status, 401)
    assert.match(unknown.headers.get('www-authenticate') ?? '', /error="invalid_token"/)
    assert.equal((await fetch(`${url}?access_token=${access_token}`)).status, 400)
    const body = new URLSearchParams({ access_token })
    assert.equal((await fetch(url, { method: 'POST', body })).status, 401)
  })
})

test('a token of one provider opens nothing at another', async () => {
  await withIdp(async (client) => {
    const { access_token } = await (await client('google')).tokens()
    const acme = await client('acme')
    assert.equal((await acme.get(acme.endpoints.userinfo, access_token)).status, 401)
  })
})

test('an API path answers as its fixture says, with the scope that it needs', async () => {
  await withIdp(async (client) => {
    const github = await client('github')
    const { access_token } = await github.tokens()
    const user = (await (await github.get(`${github.issuer}/api/v3/user`, access_token)).json()) as {
      id: number
    }
    assert.equal(typeof user.id, 'number')
    const emails = await github.get(`${github.issuer}/api/v3/user/emails`, access_token)
    assert.equal(((await emails.json()) as { email: string }[]).at(-1)?.email, 'alex@example.com')
    const narrow = (await github.tokens({ scope: 'read:user' })).access_token
    assert.equal((await github.get(`${github.issuer}/api/v3/user`, narrow)).status, 200)
    assert.equal((await github.get(`${github.issuer}/api/v3/user/emails`, narrow)).status, 403)
    assert.equal((await fetch(`${github.issuer}/api/v3/user`)).status, 401)
    assert.equal((await github.get(`${github.issuer}/api/v3/orgs`, access_token)).status, 404)
  })
})

test('appsecret_proof is verified when it is sent', async () => {
  await withIdp(async (client) => {
    const facebook = await client('facebook')
    const { access_token } = await facebook.tokens()
    const me = (proof: string | null) =>
      facebook.get(
        `${facebook.issuer}/${graphVersion}/me?${new URLSearchParams({ fields: 'id,email', ...(proof !== null && { appsecret_proof: proof }) })}`,
        access_token,
      )
    const proof = createHmac('sha256', facebook.clientSecret).update(access_token).digest('hex')
    const profile = (await (await me(proof)).json()) as { email: string }
    assert.equal(profile.email, 'alex@example.com')
    assert.equal((await me(null)).status, 200)
    const wrong = await me('0'.repeat(64))
    assert.equal(wrong.status, 400)
    assert.equal(await errorOf(wrong), 'invalid_request')
  })
})
