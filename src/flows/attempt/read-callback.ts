// Reads the parameters of an authorization response: from the query, or from the sealed hand-off of a `form_post` response.
import type { Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import type { Parts, Visit } from '../request/parts.ts'
import { openHandoff } from './receive-form-post.ts'

/** Throws `request_malformed` if the response mode is not the provider's. */
export async function readCallback(parts: Parts, visit: Visit, provider: Provider): Promise<URLSearchParams> {
  const { deviations } = provider
  const raw = await rawParameters(parts, visit, provider)
  const parameters = deviations.normalizeCallback?.(raw) ?? raw
  for (const name of ['state', 'code', 'iss', 'error']) {
    // RFC 6749 §3.1: parameters must not be repeated, since one might be checked and the other used.
    if (parameters.getAll(name).length > 1) {
      throw new LatchkeyError('request_malformed', {
        detail: `The parameter ${name} is repeated.`,
        facts: { at: 'callback', check: name },
      })
    }
  }
  return parameters
}

async function rawParameters(parts: Parts, visit: Visit, provider: Provider): Promise<URLSearchParams> {
  const query = visit.url.searchParams
  const handoff = query.get('handoff')
  const isFormPost = provider.deviations.responseMode === 'form_post'
  // This provider never uses the other response mode, so the response is forged.
  if (isFormPost !== (handoff !== null)) {
    throw new LatchkeyError('request_malformed', {
      detail: isFormPost ? 'A form_post answer was expected.' : 'This provider answers by query.',
      facts: { at: 'callback', check: 'response_mode' },
    })
  }
  return handoff === null ? query : openHandoff(parts, handoff, provider)
}
