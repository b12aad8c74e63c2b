// Why a provider could not be reached: an outage passes by itself, a refused certificate does not (RFC 9110 §4.3.4).
// The codes are those of Node's and OpenSSL's verification.
import { LatchkeyError } from '../../errors.ts'
import { OutboundError } from '../../outbound/exchange.ts'

const certificateFaults: ReadonlyMap<string, string> = new Map([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'is self-signed'],
  [
    'SELF_SIGNED_CERT_IN_CHAIN',
    'comes from an authority that this server does not know (a self-signed root)',
  ],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'comes from an authority that this server does not know'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'comes from an authority that this server does not know'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'comes from an authority that this server does not know'],
  ['CERT_UNTRUSTED', 'comes from an authority that this server does not trust'],
  ['INVALID_CA', 'comes from an authority that may not issue it'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'is for another host name'],
  ['HOSTNAME_MISMATCH', 'is for another host name'],
  ['CERT_HAS_EXPIRED', 'has expired'],
  ['CERT_NOT_YET_VALID', 'is not valid yet: look at this server’s clock'],
  ['CERT_REVOKED', 'was revoked'],
  ['CERT_REJECTED', 'was rejected'],
  ['CERT_SIGNATURE_FAILURE', 'has a signature that does not verify'],
])

/** Faults that can be fixed by giving Node the authority's certificate. */
const mendedByAuthority = /self-signed|authority that this server does not know/

/** Other faults of a connection, in words. */
const networkFaults: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'the host name is not known'],
  ['EAI_AGAIN', 'the host name could not be looked up'],
  ['ECONNREFUSED', 'nothing listens there'],
  ['ECONNRESET', 'the connection was broken'],
  ['EHOSTUNREACH', 'there is no way to this host'],
  ['ENETUNREACH', 'there is no way to this network'],
  ['EPROTO', 'it does not speak TLS as expected'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'it does not speak TLS: is it a plain http server?'],
])

/** Returns the error for a provider that could not be reached, or whose answer did not arrive completely. */
export function unreachable(url: string, error: unknown): LatchkeyError {
  if (error instanceof LatchkeyError) return error
  const place = url.split('?', 1)[0] ?? url
  const codes = codesBelow(error)
  const code = codes.find((each) => certificateFaults.has(each))
  if (code !== undefined) return certificateError(place, code)
  if (error instanceof OutboundError && error.kind === 'too-large') {
    // The answer would be as large the next time, so this is not an outage.
    return new LatchkeyError('provider_answer_invalid', {
      detail: `${place} answered more than is read.`,
      facts: { check: 'size' },
    })
  }
  return new LatchkeyError('provider_unavailable', {
    detail: `${place} did not answer (${reasonFor(error, codes)}).`,
    cause: reasonOf(error),
    facts: { check: error instanceof OutboundError && error.kind === 'timeout' ? 'timeout' : 'connection' },
  })
}

function certificateError(place: string, code: string): LatchkeyError {
  const fault = certificateFaults.get(code) ?? ''
  const remedy = mendedByAuthority.test(fault)
    ? ' Give Node the certificate of the authority: NODE_EXTRA_CA_CERTS=/path/to/ca.pem.'
    : ''
  return new LatchkeyError('provider_certificate_invalid', {
    detail: `The certificate of ${new URL(place).host} ${fault} (${code}).${remedy}`,
    facts: { check: 'certificate' },
  })
}

function reasonFor(error: unknown, codes: readonly string[]): string {
  if (error instanceof OutboundError && error.kind !== 'network') return error.kind
  const code = codes.find((each) => networkFaults.has(each)) ?? codes[0]
  if (code === undefined) return 'network'
  const words = networkFaults.get(code)
  return words === undefined ? code : `${words}: ${code}`
}

/** `fetch` wraps the reason in a TypeError, and a failed connection to several addresses in an AggregateError. */
function codesBelow(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return []
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown }
  return [
    ...(typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code) ? [code] : []),
    ...codesBelow(cause, depth + 1),
    ...(Array.isArray(errors) ? errors.flatMap((each) => codesBelow(each, depth + 1)) : []),
  ]
}

/** The underlying error with its message, without its attached data. */
function reasonOf(error: unknown): Error | undefined {
  const below = error instanceof OutboundError && error.cause instanceof Error ? error.cause : error
  if (!(below instanceof Error)) return undefined
  const code = codesBelow(below)[0]
  // The detail names the address as far as it may be logged: a path may contain a token.
  const message = below instanceof OutboundError ? below.message.replace(/: \S+$/, '') : below.message
  return Object.assign(new Error(message), { name: below.name, ...(code && { code }) })
}
