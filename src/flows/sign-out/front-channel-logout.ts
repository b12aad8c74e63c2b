// A provider's logout page loads this in a frame (OpenID Connect Front-Channel Logout 1.0 §2). Browsers send no cookies there,
// so the session is found by issuer and `sid` alone; tokens are kept.
import { LatchkeyError } from '../../errors.ts'
import { isStorable } from '../../web/plain-text.ts'
import { type Parts, storeOf, type Visit } from '../request/parts.ts'
import { endProviderSessions } from './end-provider-sessions.ts'

/** `GET /auth/frontchannel-logout/:provider?iss=&sid=` */
export async function frontChannelLogout(parts: Parts, visit: Visit, providerId: string): Promise<Response> {
  storeOf(parts)
  const query = visit.url.searchParams
  const issuer = query.get('iss') ?? ''
  const { provider } = await parts.providers.get(providerId, visit, { issuer })
  const [sessionId] = query.getAll('sid')
  // Without both, any page could sign users out with an image.
  if (issuer !== provider.issuer || !isSessionId(sessionId) || query.getAll('sid').length > 1) {
    throw new LatchkeyError('request_malformed', { detail: 'iss and sid are needed.' })
  }
  await endProviderSessions(parts, visit, {
    providerId,
    issuer: provider.issuer,
    subject: null,
    providerSessionId: sessionId,
    startedBefore: parts.settings.now(),
  })
  // The provider frames this page, so frame-ancestors must not forbid it; it contains nothing to click.
  return new Response('<!doctype html><title>Signed out</title>', {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** Accepts only text that a sign-in could have stored; some stores throw for other text. */
function isSessionId(text: string | undefined): text is string {
  return text !== undefined && text !== '' && text.length <= 255 && isStorable(text)
}
