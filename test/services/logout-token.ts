// A logout token as a provider sends it (OpenID Connect Back-Channel Logout §2.4).
import { randomUUID } from 'node:crypto'
import { signCompact } from '../support/compact-jwt.ts'
import type { TestProvider } from '../support/provider.ts'

const event = 'http://schemas.openid.net/event/backchannel-logout'

export function logoutTokenFor(provider: TestProvider, target: Readonly<Record<string, string>>): string {
  const { alg, kid, privateKey } = provider.signingKey
  const now = Math.floor(Date.now() / 1000)
  const { issuer: iss, clientId: aud } = provider
  const claims = { iss, aud, iat: now, exp: now + 120, jti: randomUUID(), events: { [event]: {} }, ...target }
  return signCompact({ header: { alg, kid, typ: 'logout+jwt' }, payload: claims, key: privateKey })
}
