// Reads a `signed_request` of Facebook: a signature and a JSON text, each in base64url.
// https://developers.facebook.com/docs/development/create-an-app/app-dashboard/data-deletion-callback
import type { NotificationKind, ProviderNotifications } from '../../contracts/provider.ts'
import { readJsonObject } from '../../outbound/json.ts'
import { base64Bytes } from './base64-bytes.ts'

/**
 * Both callbacks have the same fields, so their addresses distinguish them: `/auth/notifications/facebook` is for data deletion,
 * and with `?type=deauthorize` it is for "Deauthorize".
 */
const kinds: ReadonlyMap<string | null, NotificationKind> = new Map<string | null, NotificationKind>([
  [null, 'deletion-requested'],
  ['deletion', 'deletion-requested'],
  ['deauthorize', 'consent-revoked'],
])

export const readSignedRequest: ProviderNotifications['read'] = async ({
  body,
  mediaType,
  query,
  verifyHmac,
}) => {
  const type = query.get('type')
  const kind = kinds.get(type)
  if (kind === undefined) throw new TypeError('type in the address must be deauthorize, deletion or left out')
  if (mediaType !== 'application/x-www-form-urlencoded') throw new TypeError('the body is no form')
  const [request = '', another] = new URLSearchParams(body).getAll('signed_request')
  const [, signature = '', payload = ''] = /^([\w-]+)=*\.([\w-]+)=*$/.exec(request) ?? []
  if (another !== undefined || payload === '') throw new TypeError('signed_request is missing or malformed')
  const signed = base64Bytes(fromUrlSafe(signature))
  // The signature covers the text as sent, so it is verified before the text is parsed.
  if (signed === null || !(await verifyHmac(payload, signed))) throw new TypeError('the signature is wrong')
  const { checked, exact } = readJsonObject(utf8Of(payload))
  if (checked.algorithm !== 'HMAC-SHA256') throw new TypeError('algorithm is not HMAC-SHA256')
  // A signed_request with a code is the cookie that browsers get at a login. It must not be usable to delete the person.
  if (checked.code !== undefined) throw new TypeError('it is of a login, and no callback')
  const { user_id: user } = exact
  if (typeof user !== 'string' && typeof user !== 'number') throw new TypeError('user_id is missing')
  // Both callbacks for one person are the same text if they are sent in the same second, so the id contains the kind.
  const id = `${kind} ${payload}`
  return {
    id,
    issuedAt: checked.issued_at as number,
    events: [{ kind, type: type ?? 'deletion', subject: String(user) }],
  }
}

function fromUrlSafe(text: string): string {
  return text.replaceAll('-', '+').replaceAll('_', '/')
}

function utf8Of(base64url: string): string {
  const bytes = base64Bytes(fromUrlSafe(base64url))
  if (bytes === null) throw new TypeError('the payload is no base64url')
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}
