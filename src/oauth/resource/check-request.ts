// Checks one request at an API: returns the token, or the answer to send instead. Loaded at the first request.
import { LatchkeyError } from '../../errors.ts'
import { createOutboundFetch } from '../../outbound/outbound.ts'
import { foreignText } from '../../web/foreign-text.ts'
import { createAccessTokenCheck } from './check-access-token.ts'
import type { DpopNonces } from './dpop-nonces.ts'
import type { ResourceRequest } from './find-access-token.ts'
import type { CheckedDemand, ResourceSettings } from './read-resource-options.ts'
import { refuseAccess } from './refuse-access.ts'
import type { BearerCheck } from './resource-options.ts'

/** Never rejects. */
export type CheckRequest = (request: ResourceRequest, demand: CheckedDemand) => Promise<BearerCheck>

export function createRequestCheck(settings: ResourceSettings, nonces: DpopNonces | null): CheckRequest {
  const fetch = createOutboundFetch({ fetch: settings.fetch })
  const check = createAccessTokenCheck({ settings, fetch, nonces })
  return async (request, demand) => {
    try {
      return { token: await check(request, demand), refusal: null }
    } catch (error) {
      logRefusal(settings, error)
      const isDpop = /^dpop /i.test(request.headers.get('authorization') ?? '')
      const nonce = nonces ? await nonces.make() : null
      return { token: null, refusal: refuseAccess(settings, { error, demand, isDpop, nonce }) }
    }
  }
}

/** A request without a token is normal and not logged; every other refusal is. */
function logRefusal({ log, now }: ResourceSettings, error: unknown): void {
  const known = error instanceof LatchkeyError ? error : new LatchkeyError('unexpected', { cause: error })
  if (known.code === 'bearer_token_missing') return
  const isOurs = known.status >= 500 || !/^(?:bearer|dpop)_/.test(known.code)
  log({
    event: 'refused',
    level: isOurs ? 'error' : 'warn',
    time: new Date(now()).toISOString(),
    code: known.code,
    detail: known.detail ?? (known.code === 'unexpected' ? foreignText(String(error)) : known.forDeveloper),
  })
}
