// Each fault that the local identity provider can inject, over real HTTP on one server: `latchkey explain` and the
// inspector name the same correct cause, and neither shows a secret of the login.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { github } from 'latchkey/providers/github'
import { google } from 'latchkey/providers/google'
import { oidc } from 'latchkey/providers/oidc'
import { startTestProviders, type TestProviders } from 'latchkey/testing'
import { type Culprit, causeEntries } from '../../src/causes.ts'
import { explain } from '../../src/cli/explain.ts'
import { type Fault, faults } from '../../src/dev-idp/faults.ts'
import { findFreePort } from '../support/application.ts'
import type { Page } from '../support/browser.ts'
import { type InProcessApplication, startInProcess } from '../support/in-process-application.ts'
import { findLeaks, rememberSecret } from '../support/secrets.ts'

interface Expected {
  /** The provider's kind: `oidc` asks for userinfo, `google` does not, `github` is plain OAuth. */
  readonly at?: 'google' | 'oidc' | 'github'
  /** The cause on the error page and in the log line. */
  readonly cause: string
  readonly culprit: Culprit
  /** A person who is signed in is asked for a recent sign-in. */
  readonly isStepUp?: true
}

/** The login continues, and only the inspector shows the fault. */
interface Survived {
  readonly at?: Expected['at']
  readonly shows: RegExp
}

const expectations: Readonly<Record<Fault, Expected | Survived>> = {
  deny: { cause: 'person_refused', culprit: 'person' },
  wrong_state: { cause: 'state_unknown', culprit: 'unclear' },
  wrong_response_issuer: { cause: 'callback_issuer_other', culprit: 'unclear' },
  missing_response_issuer: { cause: 'callback_issuer_absent', culprit: 'provider' },
  missing_state: { cause: 'state_absent', culprit: 'provider' },
  missing_code: { cause: 'code_absent', culprit: 'provider' },
  error_without_state: { cause: 'error_outside_login', culprit: 'provider' },
  server_error: { cause: 'provider_failed', culprit: 'provider' },
  temporarily_unavailable: { cause: 'provider_overloaded', culprit: 'provider' },
  login_required: { cause: 'interaction_needed', culprit: 'person' },
  unauthorized_client: { cause: 'client_not_allowed', culprit: 'application' },
  invalid_scope: { cause: 'scope_refused', culprit: 'application' },
  missing_email: { shows: /name the person, without an e-mail address/ },
  token_503: { cause: 'endpoint_down', culprit: 'provider' },
  slow_token: { cause: 'endpoint_slow', culprit: 'provider' },
  token_error_invalid_grant: { cause: 'code_refused', culprit: 'unclear' },
  html_instead_of_json: { cause: 'answer_not_json', culprit: 'provider' },
  missing_id_token: { cause: 'id_token_absent', culprit: 'provider' },
  // This fault affects the first refresh, which is not part of a sign-in.
  refresh_reuse: { shows: /the person is signed in/ },
  token_429: { cause: 'too_many_requests', culprit: 'provider' },
  token_error_invalid_client: { cause: 'client_refused', culprit: 'application' },
  token_error_redirect_uri: { cause: 'redirect_uri_unknown', culprit: 'application' },
  token_error_pkce: { cause: 'pkce_refused', culprit: 'provider' },
  error_with_status_200: { cause: 'code_refused', culprit: 'unclear' },
  missing_access_token: { cause: 'access_token_absent', culprit: 'provider' },
  wrong_token_type: { cause: 'token_type_unknown', culprit: 'provider' },
  wrong_nonce: { cause: 'nonce_other', culprit: 'provider' },
  missing_nonce: { cause: 'nonce_absent', culprit: 'provider' },
  wrong_audience: { cause: 'audience_other', culprit: 'application' },
  wrong_issuer: { cause: 'token_issuer_other', culprit: 'application' },
  expired_id_token: { cause: 'token_expired', culprit: 'unclear' },
  bad_signature: { cause: 'signature_wrong', culprit: 'provider' },
  alg_none: { cause: 'token_unsigned', culprit: 'provider' },
  unknown_kid: { cause: 'key_unknown', culprit: 'provider' },
  rotated_key: { shows: /the keys are looked at again/ },
  wrong_at_hash: { cause: 'access_token_other', culprit: 'provider' },
  stale_auth_time: { at: 'oidc', cause: 'sign_in_too_old', culprit: 'provider', isStepUp: true },
  missing_subject: { cause: 'subject_absent', culprit: 'provider' },
  missing_auth_time: { at: 'oidc', cause: 'sign_in_moment_absent', culprit: 'provider', isStepUp: true },
  future_id_token: { cause: 'token_of_the_future', culprit: 'unclear' },
  foreign_azp: { cause: 'party_other', culprit: 'provider' },
  unexpected_alg: { cause: 'algorithm_other', culprit: 'application' },
  userinfo_503: { at: 'github', cause: 'endpoint_down', culprit: 'provider' },
  userinfo_401: { at: 'github', cause: 'api_refused_token', culprit: 'application' },
  empty_profile: { at: 'github', cause: 'profile_incomplete', culprit: 'provider' },
  html_profile: { at: 'github', cause: 'answer_not_json', culprit: 'provider' },
  wrong_userinfo_subject: { at: 'oidc', cause: 'profile_of_another_person', culprit: 'provider' },
  jwks_503: { cause: 'endpoint_down', culprit: 'provider' },
  empty_key_set: { cause: 'key_set_empty', culprit: 'provider' },
  discovery_503: { cause: 'endpoint_down', culprit: 'provider' },
  discovery_404: { cause: 'metadata_absent', culprit: 'application' },
  discovery_html: { cause: 'answer_not_json', culprit: 'provider' },
  discovery_without_userinfo: { at: 'oidc', shows: /has no userinfo endpoint/ },
  discovery_wrong_issuer: { cause: 'metadata_issuer_other', culprit: 'application' },
}

const names = Object.keys(expectations) as Fault[]
const idOf = (fault: Fault): string => fault.replaceAll('_', '-')
const makers = { google, github, oidc }

describe('every fault of the local identity provider', () => {
  let idp: TestProviders
  let app: InProcessApplication
  let folder = ''

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-explain-'))
    const port = await findFreePort()
    const origin = `http://localhost:${port}`
    // One provider per fault, so that no metadata or keys of another one are cached.
    const providers = names.map((fault) => {
      const kind = expectations[fault].at ?? 'google'
      if (kind !== 'oidc') return makers[kind]({ id: idOf(fault) })
      return oidc({ id: idOf(fault), issuer: 'https://id.example', claimsFrom: 'userinfo' })
    })
    idp = await startTestProviders(providers, { origin })
    for (const { id, clientSecret } of idp.providers) {
      idp.answerAs(id, 'mira')
      if (typeof clientSecret === 'string') rememberSecret(`secret of ${id}`, clientSecret)
    }
    app = await startInProcess({
      providers: idp.providers,
      origin,
      port,
      production: false,
      // One person at many providers is many users here, so no link is offered.
      linkingPolicy: ({ account }) =>
        account ? { kind: 'sign-in', userId: account.userId } : { kind: 'create' },
      fetch: rememberingFetch,
    })
  })

  after(async () => {
    await idp.close()
    await rm(folder, { recursive: true })
    // Stopping checks the log for the secrets of this run.
    await app.stop()
  })

  test('has its expectation here, and at least forty end in an error page', () => {
    assert.deepEqual(names.toSorted(), Object.keys(faults).toSorted())
    assert.ok(names.filter((fault) => 'cause' in expectations[fault]).length >= 40)
  })

  describe('is named', { concurrency: 8 }, () => {
    // The slow one runs last, because the inspector must still remember it after its ten seconds.
    for (const fault of names.toSorted((a, b) => Number(a === 'slow_token') - Number(b === 'slow_token'))) {
      const expected = expectations[fault]
      test(`${fault}: ${'cause' in expected ? expected.cause : 'the login goes on'}`, async () => {
        const { page, login, html } = await signInWith(fault)
        if (!('cause' in expected)) {
          assert.ok(page.status < 400, page.text)
          assert.ok(expected.shows.test(html), 'the inspector shows another course')
          return
        }
        const [, reference = ''] = /Reference (\w+)/.exec(page.text) ?? []
        for (const part of [`reference <code>${reference}</code>`, `<code>${expected.cause}</code>`]) {
          assert.ok(html.includes(part), `the inspector does not show ${part}`)
        }
        assert.ok(page.html.includes(`href="/auth/inspect?login=${login}"`), 'the error page links to it')
        const [explanation, ...others] = await explained(reference)
        assert.deepEqual(others, [])
        assert.equal(explanation?.cause.id, expected.cause)
        assert.equal(explanation?.cause.culprit, expected.culprit)
        assert.equal(explanation?.provider, idOf(fault))
        assert.match(explanation.cause.remedy, /\w.*\.$/)
      })
    }
  })

  test('the causes that are named have entries of their own', () => {
    const ids = new Set(causeEntries.map(({ id }) => id))
    assert.equal(ids.size, causeEntries.length)
    for (const expected of Object.values(expectations)) {
      if ('cause' in expected) assert.ok(ids.has(expected.cause), expected.cause)
    }
  })

  /** Runs the login with its fault, and checks the inspector's page for every secret of this run. */
  async function signInWith(fault: Fault): Promise<{ page: Page; login: string; html: string }> {
    const id = idOf(fault)
    const browser = app.browser()
    const tab = browser.tab()
    // A rotated key requires a known key, and a step-up requires a signed-in person.
    if (fault === 'rotated_key' || 'isStepUp' in expectations[fault]) await begin(tab, id)
    idp.setFault(id, fault, { delaySeconds: 30 })
    const query =
      'isStepUp' in expectations[fault] ? '?maxAge=60&returnTo=%2Fprofile' : '?returnTo=%2Fprofile'
    // Another sign-in is in progress in this browser, so the cause is the unknown state and not a missing cookie.
    if (fault === 'wrong_state') await begin(tab, id, { until: isAtProvider })
    const page = await begin(tab, id, {}, query)
    for (const { setCookies, url } of page.trace) {
      // The cookie with the last-used provider is not a secret.
      for (const cookie of setCookies) rememberSecret('cookie', /=([^;]{30,})/.exec(cookie)?.[1] ?? '')
      for (const name of ['code', 'state', 'nonce', 'code_challenge']) {
        rememberSecret(name, url.searchParams.get(name) ?? '')
      }
    }
    const list = await browser.tab().open(app.url('/auth/inspect?pause=1'))
    const login = loginsIn(list.html).find(({ provider }) => provider === id)?.login ?? ''
    const one = await browser.tab().open(app.url(`/auth/inspect?login=${login}`))
    assert.equal(one.status, 200)
    for (const shown of [list.html, one.html, page.html]) assert.deepEqual(findLeaks(shown), [])
    for (const words of ['mira@', 'Mira Okafor']) assert.ok(!one.html.includes(words), words)
    return { page, login, html: one.html }
  }

  function begin(
    tab: ReturnType<ReturnType<InProcessApplication['browser']>['tab']>,
    id: string,
    options = {},
    query = '?returnTo=%2Fprofile',
  ): Promise<Page> {
    return tab
      .open(app.url(`/auth/login${query}`))
      .then(() => tab.submit({ action: `/auth/login/${id}` }, options))
  }

  async function explained(reference: string) {
    const file = join(folder, `${reference}.log`)
    await writeFile(file, app.log.map((entry) => `app-1 | ${JSON.stringify(entry)}\n`).join(''))
    let output = ''
    const code = await explain([reference.toUpperCase(), file, '--json'], {
      environment: {},
      write: (text) => {
        output += text
      },
      complain: (text) => assert.fail(text),
      input: process.stdin,
      isPiped: false,
    })
    assert.equal(code, 0)
    assert.deepEqual(findLeaks(output), [])
    return JSON.parse(output)
  }
})

function isAtProvider(url: URL): boolean {
  return url.hostname === '127.0.0.1'
}

function loginsIn(html: string): readonly { login: string; provider: string }[] {
  return [...html.matchAll(/href="\/auth\/inspect\?login=([\w-]+)">([\w-]+),/g)].map(
    ([, login = '', provider = '']) => ({
      login,
      provider,
    }),
  )
}

/** Records the secrets of each exchange with a provider. */
async function rememberingFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  const { body } = init ?? {}
  const sent = body instanceof Uint8Array ? new URLSearchParams(new TextDecoder().decode(body)) : []
  const answer = await response
    .clone()
    .json()
    .catch(() => ({}))
  for (const [name, value] of [...sent, ...Object.entries(answer)]) {
    if (typeof value === 'string' && /^(code|code_verifier|client_secret|\w*token)$/.test(name)) {
      rememberSecret(name, value)
    }
  }
  return response
}
