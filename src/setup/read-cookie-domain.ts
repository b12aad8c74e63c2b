// The parent domain whose hosts share the session cookie (RFC 6265bis §5.5.3). The application must choose it explicitly, since
// any host below that domain can then replace the cookie.
import { shownValue } from '../environment/variables.ts'
import { LatchkeyError } from '../errors.ts'
import { isPublicSuffix } from './is-public-suffix.ts'

/** Returns null if each origin has its own cookie. @throws LatchkeyError `config_option_invalid` */
export function readCookieDomain(domain: string | undefined, ownOrigins: readonly string[]): string | null {
  if (domain === undefined) return null
  const url = URL.canParse(`https://${domain}/`) ? new URL(`https://${domain}/`) : null
  if (!url || url.hostname !== domain) {
    const written =
      url && /^[a-z0-9.-]+$/.test(url.hostname) ? `, such as ${url.hostname.replace(/\.$/, '')}` : ''
    throw invalid(domain, `must be a bare domain in lower case${written}`)
  }
  if (domain.startsWith('.') || domain.endsWith('.'))
    throw invalid(domain, 'must not begin or end with a dot')
  // An IP address has no parent domain, and no application owns a top-level domain: browsers silently drop such a cookie.
  if (/^[\d.]+$/.test(domain) || domain.startsWith('[')) throw invalid(domain, 'must not be an IP address')
  if (!domain.includes('.')) throw invalid(domain, 'must have two labels at least, such as example.com')
  // RFC 6265bis §5.5.3: strangers own names below it, so browsers refuse the cookie, and a sign-in would appear to do nothing.
  if (isPublicSuffix(domain))
    throw invalid(domain, `must be a domain of your own below it, such as example.${domain}`)
  for (const origin of ownOrigins.length > 0 ? ownOrigins : ['']) readMember(domain, origin)
  return domain
}

function readMember(domain: string, origin: string): void {
  // Without `Secure` the cookie cannot have its prefix, and every plain HTTP page below the domain could set it.
  if (!origin.startsWith('https:')) throw invalid(domain, 'needs an https ORIGIN')
  const { hostname } = new URL(origin)
  if (hostname !== domain && !hostname.endsWith(`.${domain}`)) {
    throw invalid(domain, `must be the host of ${origin} or a parent of it`)
  }
}

function invalid(domain: string, fault: string): LatchkeyError {
  return new LatchkeyError('config_option_invalid', {
    detail: `COOKIE_DOMAIN (cookieDomain) is ${shownValue(domain)}, and ${fault}.`,
  })
}
