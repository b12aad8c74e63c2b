// With `oidc-provider`, configured for these features: a client that signs instead of sending a secret (`private_key_jwt`,
// `client_secret_jwt`), pushed requests (RFC 9126), and step-up by `max_age` with a real `auth_time`.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exportJWK, generateKeyPair } from 'jose'
import { type OidcOptions, oidc } from 'latchkey/providers/oidc'
import { findFreePort } from '../support/application.ts'
import type { Browser } from '../support/browser.ts'
import { type InProcessApplication, startInProcess } from '../support/in-process-application.ts'
import { pressSignIn, whoIs } from '../support/journeys.ts'
import { type OidcProvider, type OidcProviderOptions, startOidcProvider } from '../support/oidc-provider.ts'

type Registration = Pick<OidcProviderOptions, 'clientAuthentication' | 'client'>

interface Meeting {
  readonly registration: Registration
  readonly options?: Partial<OidcOptions>
}

async function withProvider(
  { registration, options }: Meeting,
  use: (app: InProcessApplication, provider: OidcProvider) => Promise<void>,
): Promise<void> {
  const port = await findFreePort()
  const provider = await startOidcProvider({
    redirectUris: [`http://localhost:${port}/auth/callback/corp`],
    ...registration,
  })
  const { issuer, clientId, clientSecret } = provider
  const corp = oidc({ id: 'corp', issuer, clientId, clientSecret, ...options })
  const app = await startInProcess({ providers: [corp], port })
  try {
    await use(app, provider)
  } finally {
    await app.stop()
    await provider.stop()
  }
}

/** Signs in as `login`. Returns the last page and the URL that started the login. */
async function signInAs(browser: Browser, app: InProcessApplication, login: string, returnTo = '/') {
  const tab = browser.tab()
  const asking = await pressSignIn(tab, app, 'corp', { returnTo })
  const begun = asking.trace.map(({ url }) => url).find(({ origin }) => origin !== app.origin)
  const page = await tab.submit({ fields: { login } })
  return { page, begun }
}

async function newClientKey(alg: string) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  const kid = 'the-client'
  const client = {
    token_endpoint_auth_signing_alg: alg,
    jwks: { keys: [{ ...(await exportJWK(publicKey)), use: 'sig', alg, kid }] },
  }
  const jwk = await exportJWK(privateKey)
  return { client, clientKey: { ...jwk, kty: String(jwk.kty), alg, kid } }
}

describe('private_key_jwt', () => {
  for (const alg of ['ES256', 'RS256', 'PS256']) {
    test(`a client that signs with ${alg} signs people in`, async () => {
      const { client, clientKey } = await newClientKey(alg)
      const registration: Registration = { clientAuthentication: 'private_key_jwt', client }
      await withProvider({ registration, options: { clientSecret: undefined, clientKey } }, async (app) => {
        const browser = app.browser()
        await signInAs(browser, app, 'grace')
        assert.equal((await whoIs(browser, app))?.sub, 'grace')
      })
    })
  }

  test("another's key is refused there, and an error page here", async () => {
    const { client } = await newClientKey('ES256')
    const { clientKey } = await newClientKey('ES256')
    const registration: Registration = { clientAuthentication: 'private_key_jwt', client }
    await withProvider({ registration, options: { clientSecret: undefined, clientKey } }, async (app) => {
      const browser = app.browser()
      const { page } = await signInAs(browser, app, 'grace')
      assert.equal(page.status, 400)
      assert.equal(await whoIs(browser, app), null)
      const refusal = app.log.find(({ event }) => event === 'refused')
      assert.equal(refusal?.code, 'provider_credentials_refused')
    })
  })
})

test('client_secret_jwt: the secret signs, and is not sent', async () => {
  const registration: Registration = { clientAuthentication: 'client_secret_jwt' }
  await withProvider(
    { registration, options: { clientAuthentication: 'client_secret_jwt' } },
    async (app) => {
      const browser = app.browser()
      await signInAs(browser, app, 'grace')
      assert.equal((await whoIs(browser, app))?.sub, 'grace')
    },
  )
})

describe('pushed authorization requests', () => {
  const isReference = (url: URL | undefined): void => {
    assert.deepEqual([...(url?.searchParams.keys() ?? [])].sort(), ['client_id', 'request_uri'])
    assert.match(url?.searchParams.get('request_uri') ?? '', /^urn:ietf:params:oauth:request_uri:/)
  }

  test('as an option: the browser carries a reference, and the login is whole', async () => {
    const registration: Registration = { clientAuthentication: 'client_secret_basic' }
    await withProvider({ registration, options: { pushedAuthorizationRequests: true } }, async (app) => {
      const browser = app.browser()
      const { page, begun } = await signInAs(browser, app, 'grace', '/area/pushed')
      isReference(begun)
      assert.equal(page.url.pathname, '/area/pushed')
      assert.equal((await whoIs(browser, app))?.sub, 'grace')
    })
  })

  test('twin: without the option the parameters are in the address, where the provider does not mind', async () => {
    const registration: Registration = { clientAuthentication: 'client_secret_basic' }
    await withProvider({ registration }, async (app) => {
      const { begun } = await signInAs(app.browser(), app, 'grace')
      assert.ok(begun?.searchParams.has('code_challenge'))
    })
  })

  test('a client that must push, and signs its requests, signs people in', async () => {
    const { client, clientKey } = await newClientKey('ES256')
    const registration: Registration = {
      clientAuthentication: 'private_key_jwt',
      client: { ...client, require_pushed_authorization_requests: true },
    }
    const options = { clientSecret: undefined, clientKey, pushedAuthorizationRequests: true }
    await withProvider({ registration, options }, async (app) => {
      const browser = app.browser()
      const { begun } = await signInAs(browser, app, 'grace')
      isReference(begun)
      assert.equal((await whoIs(browser, app))?.sub, 'grace')
    })
    await withProvider(
      { registration, options: { ...options, pushedAuthorizationRequests: false } },
      async (app) => {
        const page = await pressSignIn(app.browser().tab(), app, 'corp')
        assert.equal(page.status, 400, 'twin: not pushed, so the provider refuses')
      },
    )
  })
})

describe('step-up', () => {
  const registration: Registration = { clientAuthentication: 'client_secret_basic' }

  test('D16 max_age asks the person again, auth_time is believed, and they are back where they were', async () => {
    await withProvider({ registration }, async (app) => {
      const browser = app.browser()
      await signInAs(browser, app, 'grace')
      const userId = (await whoIs(browser, app))?.id ?? ''
      const tab = browser.tab(app.url('/'))
      const asked = await tab.post('/auth/login/corp?maxAge=300&returnTo=/area/danger')
      assert.match(asked.html, /name="login"/, 'though they are signed in there')
      const [before] = await app.auth.sessions.list(userId)
      const page = await tab.submit({ fields: { login: 'grace' } })
      assert.equal(page.url.pathname, '/area/danger')
      const [after] = await app.auth.sessions.list(userId)
      assert.notEqual(after?.id, before?.id)
      // auth_time counts whole seconds.
      const second = (moment: Date | undefined): number => Math.floor(Number(moment) / 1000)
      assert.ok(second(after?.authenticatedAt) >= second(before?.authenticatedAt))
    })
  })

  test('D16 somebody else who answers changes nothing', async () => {
    await withProvider({ registration }, async (app) => {
      const browser = app.browser()
      await signInAs(browser, app, 'grace')
      const tab = browser.tab(app.url('/'))
      await tab.post('/auth/login/corp?maxAge=300&returnTo=/area/danger')
      await tab.submit({ fields: { login: 'mallory' } })
      // The provider ends the first person's session by a form, which a script submits.
      const page = await tab.submit()
      assert.equal(page.status, 403)
      assert.equal((await whoIs(browser, app))?.sub, 'grace')
    })
  })
})
