import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unreachable } from '../../../../src/oauth/server/unreachable.ts'
import { OutboundError } from '../../../../src/outbound/exchange.ts'

const url = 'https://id.example/token?code=secret'

/** The error as Node's client and as `fetch` throw it. */
function bothWays(code: string): unknown[] {
  const reason = Object.assign(new Error(`refused by ${code}`), { code })
  const outbound = new OutboundError('network', new URL(url), reason)
  return [outbound, new TypeError('fetch failed', { cause: reason }), new AggregateError([reason])]
}

for (const [code, words, hasRemedy] of [
  ['DEPTH_ZERO_SELF_SIGNED_CERT', /is self-signed/, true],
  ['SELF_SIGNED_CERT_IN_CHAIN', /authority that this server does not know/, true],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /authority that this server does not know/, true],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /authority that this server does not know/, true],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /is for another host name/, false],
  ['CERT_HAS_EXPIRED', /has expired/, false],
  ['CERT_NOT_YET_VALID', /not valid yet/, false],
] as const) {
  test(`NW3 ${code} is told as what it is, and not as an outage`, () => {
    for (const thrown of bothWays(code)) {
      const error = unreachable(url, thrown)
      assert.equal(error.code, 'provider_certificate_invalid')
      assert.match(error.detail ?? '', words)
      assert.match(error.detail ?? '', /id\.example/)
      assert.equal(/NODE_EXTRA_CA_CERTS/.test(error.detail ?? ''), hasRemedy)
      assert.doesNotMatch(`${error.detail} ${error.forDeveloper}`, /recovers|secret/)
    }
  })
}

test('NW3 twin: an outage says what broke, and stays an outage', () => {
  for (const [code, words] of [
    ['ECONNREFUSED', /nothing listens there: ECONNREFUSED/],
    ['ENOTFOUND', /host name is not known/],
    ['ERR_SSL_WRONG_VERSION_NUMBER', /plain http server/],
    ['EPIPE', /EPIPE/],
  ] as const) {
    for (const thrown of bothWays(code)) {
      const error = unreachable(url, thrown)
      assert.equal(error.code, 'provider_unavailable')
      assert.match(error.detail ?? '', words)
      assert.doesNotMatch(error.detail ?? '', /secret/)
    }
  }
  const late = unreachable(url, new OutboundError('timeout', new URL(url)))
  assert.equal(late.detail, 'https://id.example/token did not answer (timeout).')
})
