// What a library's error expected and what it found, for the developer: "exp is past" helps only with both moments. Only claims that are
// neither secret nor personal are shown: no nonce, hash or subject.
// OpenID Connect Core §2 and §3.1.3.7.
import { foundValue } from '../../web/foreign-text.ts'

/** Claims and header members whose values are useful in a message and not secret. */
const shownClaims: ReadonlySet<unknown> = new Set([
  'iss',
  'aud',
  'azp',
  'exp',
  'iat',
  'nbf',
  'auth_time',
  'acr',
  'typ',
])
const timeClaims: ReadonlySet<unknown> = new Set(['exp', 'iat', 'nbf', 'auth_time'])

/** The end of a sentence, such as ` Expected "a", found "b".`; empty if nothing can be shown. */
export function expectedAndFound(error: Readonly<Record<string, unknown>>): string {
  const details = fieldsOf(error.cause)
  if (details instanceof Response) return aboutResponse(error.code, details)
  const { expected, attribute, reason } = details
  if ('header' in details) {
    const { alg } = fieldsOf(details.header) as Record<string, unknown>
    return both(reason === undefined ? undefined : expected, alg)
  }
  if (attribute === 'issuer')
    return both(expected, (fieldsOf(details.body) as Record<string, unknown>).issuer)
  // `jose` puts the claim's name on the error itself, and all claims into `payload`.
  const claim = details.claim ?? error.claim
  const claims = fieldsOf(details.claims ?? error.payload) as Record<string, unknown>
  if (!shownClaims.has(claim)) return ''
  return both(expected ?? momentOf(claim, details), claims[String(claim)])
}

/** `Expected … found …`, each of limited length. */
export function both(expected: unknown, found: unknown): string {
  const wanted = expected === undefined ? '' : `Expected ${wordsFor(expected)}, `
  return ` ${wanted}${wanted ? 'found' : 'Found'} ${foundValue(found)}.`
}

function wordsFor(expected: unknown): string {
  if (Array.isArray(expected)) return expected.map((each) => foundValue(each)).join(' or ') || 'none at all'
  return expected instanceof Moment ? expected.words : foundValue(expected)
}

/** The moment that a claim is compared with, in seconds since 1970, and the accepted difference between clocks. */
export class Moment {
  readonly words: string

  constructor(relation: 'after' | 'at most', seconds: number, toleranceSeconds: number) {
    const sign = relation === 'after' ? 'minus' : 'plus'
    this.words = `${relation} ${Math.floor(seconds)} (now ${sign} ${toleranceSeconds} seconds)`
  }
}

function momentOf(claim: unknown, { now, tolerance }: Record<string, unknown>): Moment | undefined {
  if (!timeClaims.has(claim) || typeof now !== 'number') return undefined
  const seconds = typeof tolerance === 'number' ? tolerance : 0
  if (claim === 'exp') return new Moment('after', now - seconds, seconds)
  return claim === 'auth_time' ? undefined : new Moment('at most', now + seconds, seconds)
}

function aboutResponse(code: unknown, { status, headers }: Response): string {
  if (code === 'OAUTH_RESPONSE_IS_NOT_JSON')
    return both('application/json', headers.get('content-type') ?? undefined)
  return both(undefined, status)
}

function fieldsOf(value: unknown): Record<string, unknown> | Response {
  if (value instanceof Response) return value
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
