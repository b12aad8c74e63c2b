// The steps of a login for applications with their own sessions: complete, in order, under one name, and free of secrets.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Attempt, type LoginStep, type OAuthClient, oauthClient } from '../../../../src/oauth/index.ts'
import { describe, type EvilProvider, evilProvider, issuer } from '../evil-provider.ts'
import { refused } from '../refused.ts'

function clientOf(op: EvilProvider, onStep?: (step: LoginStep) => void): OAuthClient {
  return oauthClient({
    provider: describe({ clientId: 'our-client', clientSecret: 'our-secret', apiOrigins: [issuer] }),
    redirectUri: 'https://app.example/callback',
    fetch: (input, init) => op.fetch(input, { ...init, body: new TextDecoder().decode(bytesOf(init?.body)) }),
    now: () => op.clock,
    onStep,
  })
}

/** Outbound bodies are sent as bytes. */
const bytesOf = (body: RequestInit['body']): Uint8Array =>
  body instanceof Uint8Array ? body : new Uint8Array()

function answerTo(op: EvilProvider, attempt: Attempt, nonce = attempt.nonce): string {
  op.idToken = ({ claims }) => Object.assign(claims, { nonce, email: 'alex@example.com' })
  return `/callback?code=code-of-the-test&state=${attempt.state}`
}

test('a login is told step by step, under one name, and nothing secret is in it', async () => {
  const op = await evilProvider()
  const steps: LoginStep[] = []
  const client = clientOf(op, (step) => steps.push(step))
  const { url, attempt } = await client.begin()
  op.clock += 4_000
  const tokens = await client.finish(answerTo(op, attempt), attempt)
  await client.identify(tokens)

  assert.deepEqual(
    steps.map(({ place }) => place),
    ['metadata', 'begin', 'callback', 'token', 'keys', 'id-token', 'identity'],
  )
  assert.deepEqual(
    [...new Set(steps.map(({ provider, login }) => `${provider} ${login?.length}`))],
    ['op 10'],
  )
  assert.equal(new Set(steps.map(({ login }) => login)).size, 1)
  assert.deepEqual(
    steps.map(({ afterMilliseconds }) => afterMilliseconds),
    [0, 0, 4_000, 4_000, 4_000, 4_000, 4_000],
  )
  const [token, idToken] = [steps[3], steps[5]]
  assert.equal(token?.request?.line, `POST ${issuer}/token`)
  assert.deepEqual(
    idToken?.checks.filter(({ outcome }) => outcome === 'passed').map(({ name }) => name),
    ['form', 'alg', 'exp', 'iss', 'aud', 'nonce', 'signature', 'sub', 'iat'],
  )
  assert.deepEqual(
    idToken?.facts.find(({ name }) => name === 'email'),
    { name: 'email', value: 'a…@example.com' },
  )

  const told = JSON.stringify(steps)
  const { state, nonce, codeVerifier } = attempt
  const secrets = [
    state,
    nonce,
    codeVerifier,
    'code-of-the-test',
    'our-secret',
    tokens.accessToken,
    tokens.idToken,
  ]
  for (const secret of [...secrets, tokens.refreshToken, url.searchParams.get('code_challenge'), 'alex@']) {
    if (secret) assert.ok(!told.includes(secret), secret)
  }
})

test('a login that another server finishes has the same name there; tokens that were kept as text have none', async () => {
  const op = await evilProvider()
  const [here, there]: LoginStep[][] = [[], []]
  const { attempt } = await clientOf(op, (step) => here?.push(step)).begin()
  const client = clientOf(op, (step) => there?.push(step))
  const tokens = await client.finish(answerTo(op, attempt), attempt)
  assert.equal(there?.[0]?.login, here?.[0]?.login)
  await client.identify(JSON.parse(JSON.stringify(tokens)))
  assert.equal(there?.at(-1)?.login, null)
})

test('two logins have two names', async () => {
  const op = await evilProvider()
  const names = new Set<string | null>()
  const client = clientOf(op, ({ login }) => names.add(login))
  await Promise.all([client.begin(), client.begin()])
  assert.equal(names.size, 2)
})

test('where a login is refused, the check that failed and the cause are told; its accepted twin tells neither', async () => {
  const op = await evilProvider()
  const steps: LoginStep[] = []
  const client = clientOf(op, (step) => steps.push(step))
  const { attempt } = await client.begin()
  await refused(client.finish(answerTo(op, attempt, 'another'), attempt), 'provider_id_token_invalid')
  assert.deepEqual(
    steps
      .find(({ place }) => place === 'id-token')
      ?.checks.filter(({ outcome }) => outcome === 'failed')
      .map(({ name }) => name),
    ['nonce'],
  )
  const last = steps.at(-1)
  assert.equal(last?.sentence, 'The login ends here.')
  assert.equal(last?.failure?.code, 'provider_id_token_invalid')
  assert.ok(last.failure.cause.remedy)

  steps.length = 0
  await client.finish(answerTo(op, attempt), attempt)
  assert.ok(steps.every(({ failure }) => failure === null))

  steps.length = 0
  await refused(client.finish(answerTo(op, attempt), null), 'attempt_missing')
  assert.deepEqual(
    steps.map(({ login, failure }) => [login, failure?.code]),
    [[null, 'attempt_missing']],
  )
})

test('a listener that throws changes nothing', async () => {
  const op = await evilProvider()
  let calls = 0
  const client = clientOf(op, () => {
    calls++
    throw new Error('the log is full')
  })
  const { attempt } = await client.begin()
  const tokens = await client.finish(answerTo(op, attempt), attempt)
  assert.equal((await client.identify(tokens)).subject, 'alex')
  assert.ok(calls >= 6)
})
