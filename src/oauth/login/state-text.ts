// The alphabet of `state`, for providers that accept less than RFC 6749 Appendix A.5 allows.
import type { Provider } from '../../contracts/provider.ts'
import { platform } from '../../crypto/platform.ts'

/** The same random bytes in a form that this provider accepts: base64url unchanged, or hexadecimal. */
export function stateText({ deviations }: Pick<Provider, 'deviations'>, base64url: string): string {
  if (deviations.state !== 'alphanumeric') return base64url
  const bytes = platform.decodeBase64url(base64url) ?? new Uint8Array()
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
