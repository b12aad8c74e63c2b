// Apple's client secret: a JWT that the application signs with the private key of its developer account. It is valid for an
// hour and renewed before it expires, so that no secret has to be replaced by hand every six months.
// https://developer.apple.com/documentation/accountorganizationaldatasharing/creating-a-client-secret
import { loadOnce } from '../../contracts/load-once.ts'
import type { SecretMaker } from '../../contracts/provider.ts'
import { base64Bytes } from './base64-bytes.ts'

const LIFETIME_SECONDS = 3600
/** Renewed if it is valid for less than this, since clocks differ. */
const RENEWAL_SECONDS = 600

export interface AppleKey {
  readonly teamId: string
  readonly keyId: string
  /** The text of the `.p8` file: PKCS #8 in PEM. */
  readonly privateKey: string
}

/** Returns why the text is not a P-256 private key in PKCS #8 (RFC 5208, RFC 5915), as the end of a sentence, or `null`. */
export function faultInAppleKey(pem: string): string | null {
  const bytes = pkcs8Bytes(pem)
  if (bytes === null)
    return 'must be the text of the .p8 file, from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----'
  // The object identifier of the curve P-256: 1.2.840.10045.3.1.7.
  const curve = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07]
  const hasCurve = bytes.some((_, start) => curve.every((byte, index) => bytes[start + index] === byte))
  return hasCurve ? null : 'is a key, but not one for ES256: Apple gives out keys on the curve P-256'
}

/** Makes secrets by signing with the key, and reuses each while it is valid. */
export function appleSecret({ teamId, keyId, privateKey }: AppleKey): SecretMaker {
  const key = loadOnce(() => importKey(privateKey))
  let latest: { readonly clientId: string; readonly secret: string; readonly expiresAt: number } | null = null

  return async ({ clientId, now }) => {
    const seconds = Math.floor(now / 1000)
    if (latest?.clientId === clientId && isGood(latest.expiresAt, seconds)) return latest.secret
    const { SignJWT } = await import('jose')
    const expiresAt = seconds + LIFETIME_SECONDS
    const secret = await new SignJWT()
      .setProtectedHeader({ alg: 'ES256', kid: keyId })
      .setIssuer(teamId)
      .setIssuedAt(seconds)
      .setExpirationTime(expiresAt)
      .setAudience('https://appleid.apple.com')
      .setSubject(clientId)
      .sign(await key())
    latest = { clientId, secret, expiresAt }
    return secret
  }
}

/** Whether the secret is still usable. If the clock was set back, Apple would refuse it as issued in the future. */
function isGood(expiresAt: number, seconds: number): boolean {
  const left = expiresAt - seconds
  return left >= RENEWAL_SECONDS && left <= LIFETIME_SECONDS
}

async function importKey(pem: string): Promise<CryptoKey> {
  const bytes = pkcs8Bytes(pem) ?? new Uint8Array()
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  return crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign'])
}

function pkcs8Bytes(pem: string): Uint8Array<ArrayBuffer> | null {
  const body = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/.exec(pem)?.[1]
  return body === undefined ? null : base64Bytes(body)
}
