// `form_post` responses (OAuth 2.0 Form Post Response Mode) are cross-site requests without the Lax cookies. The POST only
// limits and seals the fields and redirects to the GET callback, where cookies, attempt and state are checked.
import type { Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { readForm } from '../../web/body.ts'
import { redirect } from '../../web/responses.ts'
import { type Parts, pathTo, type Visit } from '../request/parts.ts'

const MOST_BYTES = 16_384
/** Sealing and encoding makes them a third longer. */
const MOST_HANDOFF_CHARACTERS = 5_000
const NEEDED = ['state', 'code', 'iss', 'error', 'error_description']
/** Long enough for one redirect. */
const HANDOFF_MILLISECONDS = 60_000

/** `POST /auth/callback/:provider` */
export async function receiveFormPost(parts: Parts, visit: Visit, providerId: string): Promise<Response> {
  const provider = await parts.providers.find(providerId, visit)
  if (provider.deviations.responseMode !== 'form_post') {
    throw new LatchkeyError('request_malformed', { detail: 'This provider answers by query.' })
  }
  // With parameters in both places, the checks might read one and the exchange the other.
  if (visit.url.search) throw new LatchkeyError('request_malformed', { detail: 'A query beside a form.' })
  const form = await readForm(visit.request, MOST_BYTES)
  const handoff = await parts.seal.seal('handoff', fitting(form).toString(), {
    expiresAt: parts.settings.now() + HANDOFF_MILLISECONDS,
    context: contextOf(provider),
  })
  return redirect(pathTo(parts, `/callback/${providerId}`, { handoff }))
}

/**
 * Returns the fields that fit into a URL: servers and proxies refuse a request line of more than 8 kB. Drops the largest ones
 * first (a front-channel ID token, which is never used), but none of the required ones.
 */
function fitting(form: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams(form)
  const bySize = [...new Set(form.keys())]
    .filter((name) => !NEEDED.includes(name))
    .sort((a, b) => sizeOf(form, b) - sizeOf(form, a))
  for (const name of bySize) {
    if (kept.toString().length <= MOST_HANDOFF_CHARACTERS) break
    kept.delete(name)
  }
  // Otherwise the person would see a bare 431 response of a proxy.
  if (kept.toString().length > MOST_HANDOFF_CHARACTERS) {
    throw new LatchkeyError('request_too_large', {
      detail: `The provider's answer has more than ${MOST_HANDOFF_CHARACTERS} characters without what can be left out.`,
    })
  }
  return kept
}

function sizeOf(form: URLSearchParams, name: string): number {
  return form.getAll(name).reduce((sum, value) => sum + value.length, 0)
}

/**
 * Returns the sealed fields. Throws `request_malformed` or `attempt_expired` unless this provider's POST sealed them in the
 * last minute.
 */
export async function openHandoff(
  parts: Parts,
  handoff: string,
  provider: Provider,
): Promise<URLSearchParams> {
  const opened = await parts.seal.open<string>('handoff', handoff, {
    now: parts.settings.now(),
    context: contextOf(provider),
  })
  if (opened.state !== 'valid') {
    throw new LatchkeyError(opened.state === 'expired' ? 'attempt_expired' : 'request_malformed', {
      detail: 'The hand-off is not valid.',
    })
  }
  return new URLSearchParams(opened.payload)
}

function contextOf(provider: Provider): string {
  return `${provider.id} ${provider.issuer}`
}
