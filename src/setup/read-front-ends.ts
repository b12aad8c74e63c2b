// Front ends of the application on other origins, compared exactly with the `Origin` header of browsers.
import type { StartProblems } from '../environment/start-problems.ts'
import { shownValue } from '../environment/variables.ts'
import { LatchkeyError } from '../errors.ts'
import { isLoopbackHostname } from '../web/loopback.ts'
import { isPublicSuffix } from './is-public-suffix.ts'

interface Surroundings {
  readonly ownOrigins: readonly string[]
  readonly isProduction: boolean
}

/** Adds `config_origin_invalid` to the problems for each invalid origin. */
export function readFrontEnds(
  given: readonly string[] | undefined,
  { problems, ...surroundings }: Surroundings & { readonly problems: StartProblems },
): readonly string[] {
  const origins = (given ?? []).flatMap((text) =>
    problems.attempt(() => [readFrontEnd(text, surroundings)], []),
  )
  return Object.freeze([...new Set(origins)])
}

function readFrontEnd(text: string, { ownOrigins, isProduction }: Surroundings): string {
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol)) throw invalid(text, EXAMPLE)
  if (url.username || url.password) throw invalid(text, 'must not have a user name or a password')
  // A pattern would accept any site that registers a matching name.
  if (url.hostname.includes('*')) throw invalid(text, 'must name one origin: patterns are not accepted')
  // Browsers use this spelling; another one would never match.
  if (url.origin !== text) throw invalid(text, `must be written as browsers send it: ${url.origin}`)
  // With a trailing dot it is a different host for cookies and certificates.
  if (url.hostname.endsWith('.')) throw invalid(text, 'must not end with a dot')
  const isOnThisMachine = ownOrigins.every((origin) => origin.startsWith('http:'))
  if (url.protocol === 'http:' && !(isLoopbackHostname(url.hostname) && (isOnThisMachine || !isProduction))) {
    throw invalid(text, 'must be https; http is for a front end on this machine, in development')
  }
  return text
}

/** Returns notices for the log at start about front ends on another site: browsers do not send Latchkey's cookies from there. */
export function frontEndNotices(
  frontEnds: readonly string[],
  ownOrigins: readonly string[],
): readonly string[] {
  const elsewhere = frontEnds.filter((frontEnd) => ownOrigins.every((own) => !mayShareSite(frontEnd, own)))
  if (elsewhere.length === 0 || ownOrigins.length === 0) return []
  return [
    `ORIGINS names ${elsewhere.join(', ')}, which is another site than ${ownOrigins.join(', ')}: browsers send our cookies (SameSite=Lax) to no script there, so sign-in does not work on it. Put both below one domain, let the front end proxy this server, or use tokens instead of cookies (docs/front-ends.md).`,
  ]
}

/** Schemeful same site (HTML §7.1.1), as far as names show it: only browsers have the full list of public suffixes. */
function mayShareSite(a: string, b: string): boolean {
  const [one, other] = [new URL(a), new URL(b)]
  if (one.protocol !== other.protocol) return false
  if (one.hostname === other.hostname) return true
  if (isAddress(one.hostname) || isAddress(other.hostname)) return false
  return one.hostname.includes('.') && registrableIn(one.hostname) === registrableIn(other.hostname)
}

/** The registrable domain: one label below a public suffix, otherwise two labels. */
function registrableIn(hostname: string): string {
  const labels = hostname.split('.')
  const suffixAt = labels.findIndex((_, at) => isPublicSuffix(labels.slice(at).join('.')))
  return labels.slice(suffixAt > 0 ? suffixAt - 1 : -2).join('.')
}

function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
}

const EXAMPLE = 'must be an origin: scheme, host and port only, such as https://app.example.com'

function invalid(text: unknown, fault: string): LatchkeyError {
  return new LatchkeyError('config_origin_invalid', {
    detail: `ORIGINS names ${shownValue(String(text))}, which ${fault}.`,
  })
}
