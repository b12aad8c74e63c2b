// Requests the userinfo endpoint of an OpenID Connect provider. It is a second source in addition to the signed ID token: an unusable
// answer is ignored (OpenID Connect Core §5.3.2), and an answer about another person ends the login. docs/security-cases.md E7.
import type { Claims } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { type ReadObject, readJsonObject } from '../../outbound/json.ts'
import { parseExactJson } from '../../web/exact-json.ts'
import { CheckError } from '../server/check-error.ts'
import { type Conversation, converse, type ProviderConnection } from '../server/connection.ts'
import { both } from '../server/expected-and-found.ts'
import { describeRefusal, readRefusal } from '../server/oauth-refusal.ts'
import { checkAlgorithm } from '../server/signing-algorithms.ts'
import { translateError, translating } from '../server/translate-error.ts'
import { readCompactJwt, type UnverifiedJwt } from './compact-jwt.ts'
import { verifySignature } from './verify-signature.ts'

/** The claims, or why there are none. */
export type SourceOutcome =
  | { readonly claims: Claims; readonly failure: null }
  | { readonly claims: null; readonly failure: LatchkeyError }

interface Question {
  readonly accessToken: string
  readonly subject: string
}

/** @throws LatchkeyError `provider_userinfo_invalid` for the claims of another person, and for a forged signature. */
export async function fetchUserinfo(
  connection: ProviderConnection,
  { accessToken, subject }: Question,
): Promise<SourceOutcome> {
  let answer: ReadObject
  try {
    const conversation = await converse(connection)
    const response = await ask(connection, conversation, accessToken)
    if (isJwt(response)) {
      const jwt = readSigned(await response.text())
      checkSamePerson(jwt.claims, subject)
      // An algorithm that is not accepted makes the answer unreadable; `none` is treated as a forgery.
      if (jwt.header.alg !== 'none') {
        checkAlgorithm(jwt.header.alg, conversation.server.userinfo_signing_alg_values_supported)
      }
      await translating(translation, () => verifySigned(connection, conversation, { jwt, subject })).catch(
        (failure: LatchkeyError) => {
          throw failure.code === 'provider_unavailable' ? failure : new ForgeryError(failure)
        },
      )
      return { claims: jwt.exactClaims, failure: null }
    }
    answer = await readPlain(response)
  } catch (error) {
    if (error instanceof OtherPersonError) throw refusalOf(error)
    // A wrong signature, client or issuer is not an accident.
    if (error instanceof ForgeryError) throw error.failure
    return { claims: null, failure: translateError(error, translation) }
  }
  const { sub } = answer.checked
  if (sub === subject) return { claims: answer.exact, failure: null }
  if (typeof sub === 'string') throw refusalOf(new OtherPersonError())
  const detail = `The userinfo endpoint’s answer has no sub that is a text.${both(undefined, sub)}`
  return {
    claims: null,
    failure: new LatchkeyError('provider_userinfo_invalid', {
      detail,
      facts: { at: 'userinfo', check: 'sub', ...(sub === undefined && { isMissing: true }) },
    }),
  }
}

const translation = {
  what: 'userinfo endpoint',
  at: 'userinfo',
  otherwise: 'provider_userinfo_invalid',
} as const

class OtherPersonError extends Error {}

class ForgeryError extends Error {
  readonly failure: LatchkeyError

  constructor(failure: LatchkeyError) {
    super()
    this.failure = failure
  }
}

/** OpenID Connect Core §5.3.4: without this check the claims of another person could be put in place of this one's. */
export function checkSamePerson({ sub }: Claims, subject: string): void {
  if (typeof sub === 'string' && sub !== subject) throw new OtherPersonError()
}

export function refusalOf(_: OtherPersonError): LatchkeyError {
  return new LatchkeyError('provider_userinfo_invalid', {
    detail: 'The userinfo endpoint speaks of another subject than the ID token (OpenID Connect Core §5.3.4).',
    facts: { at: 'userinfo', check: 'sub' },
  })
}

/** Returns the response if its status is 200. */
async function ask(
  connection: ProviderConnection,
  { oauth, server, client, options }: Conversation,
  accessToken: string,
): Promise<Response> {
  if (server.userinfo_endpoint === undefined) {
    // The metadata may be wrong only for a moment.
    connection.server.doubt()
    throw new LatchkeyError('provider_userinfo_invalid', {
      detail: 'The metadata names no userinfo_endpoint that can be used.',
      facts: { at: 'metadata', check: 'userinfo_endpoint', isMissing: true },
    })
  }
  const response = await oauth.userInfoRequest(server, client, accessToken, options)
  if (response.status === 200) return response
  const refusal = readRefusal({
    from: translation.what,
    status: response.status,
    ...wordsOf(response.headers.get('www-authenticate') ?? '', await response.text()),
    known: [accessToken],
  })
  throw new LatchkeyError('provider_userinfo_invalid', { detail: describeRefusal(refusal), refusal })
}

/** RFC 6750 §3 puts the error into a header; many servers put it into the body. */
function wordsOf(challenge: string, body: string): { error: string | null; description: string | undefined } {
  const inBody = fieldsOf(body)
  const error = /\berror="([^"]*)"/.exec(challenge)?.[1] ?? inBody.error
  const description = /\berror_description="([^"]*)"/.exec(challenge)?.[1] ?? inBody.error_description
  return {
    error: typeof error === 'string' ? error : null,
    description: typeof description === 'string' ? description : undefined,
  }
}

function fieldsOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const value = parseExactJson(body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

async function readPlain(response: Response): Promise<ReadObject> {
  const type = response.headers.get('content-type')
  if (!/^(?:application\/(?:[\w.-]+\+)?json|text\/json)\b/i.test(type ?? '')) {
    throw new CheckError('json', `the answer is no JSON.${both('application/json', type ?? undefined)}`)
  }
  return readJsonObject(await response.text())
}

/** Encrypted answers (five parts) cannot be read here. Three parts that are not a signed JWT are treated as a forgery. */
function readSigned(text: string): UnverifiedJwt {
  try {
    return readCompactJwt(text, 'JWT')
  } catch (error) {
    throw text.split('.').length === 3 ? new ForgeryError(translateError(error, translation)) : error
  }
}

/** §5.3.2: a signed answer is only as good as its signature; the library checks alg, iss, aud and exp. */
async function verifySigned(
  connection: ProviderConnection,
  { oauth, server, client }: Conversation,
  { jwt, subject }: { readonly jwt: UnverifiedJwt; readonly subject: string },
): Promise<void> {
  const readable = new Response(jwt.text, { headers: { 'content-type': 'application/jwt' } })
  await oauth.processUserInfoResponse(server, client, subject, readable)
  await verifySignature(connection, jwt)
}

function isJwt(response: Response): boolean {
  return /^application\/jwt\b/i.test(response.headers.get('content-type') ?? '')
}
