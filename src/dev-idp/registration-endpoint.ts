// The endpoint at which an application that cannot start the local identity provider itself, such as a worker, registers its
// clients with JSON over HTTP. Served only with `acceptsRegistrations`, for programs on this machine, not for web pages.
import { LatchkeyError } from '../errors.ts'
import { isObject } from '../web/is-object.ts'
import { readBytes } from '../web/read-bytes.ts'
import type { ProviderDescription } from './provider-description.ts'
import type { Register, RegistrationRequest } from './register.ts'

const mostBytes = 64 * 1024

/** Answers with the registration as JSON, with 403 to web pages, and with 400 and a sentence if it cannot be registered. */
export async function answerRegistration(request: Request, register: Register): Promise<Response> {
  // A page may send JSON only after a CORS preflight, which fails here. Browsers also send the page's origin.
  const isJson = /^application\/json\b/i.test(request.headers.get('content-type') ?? '')
  if (!isJson || request.headers.has('origin') || request.headers.has('sec-fetch-site')) {
    return new Response('Programs register here, with JSON; pages do not.', { status: 403 })
  }
  const wanted = readRegistrationRequest(await readJson(request))
  if (!wanted) return new Response('This is no registration.', { status: 400 })
  try {
    return Response.json(await register(wanted), { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (!(error instanceof LatchkeyError)) throw error
    return new Response(error.detail ?? error.message, { status: 400 })
  }
}

async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, mostBytes)
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

function readRegistrationRequest(value: unknown): RegistrationRequest | null {
  if (!isObject(value)) return null
  const { provider, redirectUri, postLogoutRedirectUri, backchannelLogoutUri } = value
  if (!isDescription(provider)) return null
  if (typeof redirectUri !== 'string' || typeof postLogoutRedirectUri !== 'string') return null
  if (backchannelLogoutUri !== null && typeof backchannelLogoutUri !== 'string') return null
  return { provider, redirectUri, postLogoutRedirectUri, backchannelLogoutUri }
}

function isDescription(value: unknown): value is ProviderDescription {
  if (!isObject(value)) return false
  const { id, name, kind, protocol, scopes, endpoints } = value
  return (
    [id, name, kind].every((one) => typeof one === 'string') &&
    (protocol === 'oidc' || protocol === 'oauth2') &&
    Array.isArray(scopes) &&
    scopes.every((scope) => typeof scope === 'string') &&
    (endpoints === undefined || isObject(endpoints))
  )
}
