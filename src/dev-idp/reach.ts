// The client of registration-endpoint.ts: registers at a local identity provider that runs as a separate program (`latchkey dev`).
// Uses no Node modules, since workers load it.
import type { PrivateJwk } from '../contracts/provider.ts'
import { LatchkeyError } from '../errors.ts'
import { isObject } from '../web/is-object.ts'
import { descriptionOf } from './provider-description.ts'
import { type Register, type RegistrationRequest, registrationPath } from './register.ts'
import type { Registration } from './registration.ts'

export { standIn } from './stand-in.ts'

/** Short, since the server is on this machine. */
const longestMilliseconds = 5_000

/** Returns a function that registers at the local identity provider of this origin. Rejects with `provider_unavailable`. */
export function registerOver(origin: string): Register {
  return async (request) => {
    const answer = await post(origin, request)
    if (!answer.ok)
      throw unavailable(origin, `answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`)
    const registration = readRegistration(await answer.json())
    if (registration) return registration
    throw unavailable(origin, 'answered something else than a registration')
  }
}

async function post(origin: string, { provider, ...addresses }: RegistrationRequest): Promise<Response> {
  try {
    return await fetch(`${origin}${registrationPath}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider: descriptionOf(provider), ...addresses }),
      redirect: 'manual',
      signal: AbortSignal.timeout(longestMilliseconds),
    })
  } catch (cause) {
    throw unavailable(
      origin,
      'does not answer; start it with the application: latchkey dev -- COMMAND',
      cause,
    )
  }
}

function readRegistration(value: unknown): Registration | null {
  if (!isObject(value)) return null
  const { place, clientId, clientSecret, clientKey } = value
  if (typeof clientId !== 'string' || typeof clientSecret !== 'string' || !isObject(place)) return null
  const { baseUrl, issuer } = place
  if (typeof baseUrl !== 'string' || typeof issuer !== 'string') return null
  if (clientKey !== undefined && !isKey(clientKey)) return null
  return { place: { baseUrl, issuer }, clientId, clientSecret, clientKey }
}

function isKey(value: unknown): value is PrivateJwk {
  return isObject(value) && typeof value.kty === 'string' && typeof value.alg === 'string'
}

function unavailable(origin: string, what: string, cause?: unknown): LatchkeyError {
  const detail = `The local identity provider at ${origin} (LATCHKEY_DEV_IDP) ${what}.`
  return new LatchkeyError('provider_unavailable', { detail, cause })
}
