// A device polls for the person's decision (RFC 8628 §3.4, §3.5).
import { LatchkeyError } from '../../errors.ts'
import type { TokenRequest } from '../../oauth/clients/token-request.ts'
import { type Parts, storeOf, type Visit } from '../request/parts.ts'
import { clientJson } from './client-answer.ts'
import {
  type DeviceCodePayload,
  deviceSessionIdOf,
  findGrant,
  isDenied,
  isRedeemed,
  markRedeemed,
} from './device-grant.ts'
import { POLL_SECONDS } from './device-polls.ts'
import { issueTokens } from './issue-tokens.ts'
import { keyOf } from './key-of-request.ts'
import { startClientSession } from './start-client-session.ts'

type DeviceRequest = Extract<TokenRequest, { grant: 'device' }>

export async function redeemDeviceCode(
  parts: Parts,
  visit: Visit,
  { client, deviceCode }: DeviceRequest,
): Promise<Response> {
  const grantId = await openDeviceCode(parts, client.id, deviceCode)
  // Pending and slow_down are not errors, so they are not logged.
  if (parts.devicePolls.isTooFast(grantId)) return notYet('slow_down')
  if (await isDenied(parts, grantId)) throw new LatchkeyError('client_denied')
  if (await isRedeemed(parts, grantId)) throw invalid('The device code was used before')
  const grant = await findGrant(parts, grantId)
  if (!grant) return notYet('authorization_pending')
  const thumbprint = await keyOf(parts, visit, { client, bound: null })
  if (!(await markRedeemed(parts, grantId))) throw invalid('The device code was used before')
  const id = await deviceSessionIdOf(parts, grantId)
  const { session, token } = await startClientSession(parts, visit, { id, client, sourceId: grantId })
  await storeOf(parts).sessions.delete(grantId)
  return issueTokens(parts, {
    client,
    sessionToken: token,
    endsAt: session.endsAt.getTime(),
    thumbprint,
    parent: null,
  })
}

/** Returns the id of the grant. */
async function openDeviceCode(parts: Parts, clientId: string, deviceCode: string): Promise<string> {
  const opened = await parts.seal.open<DeviceCodePayload>('device-code', deviceCode, {
    now: parts.settings.now(),
  })
  if (opened.state === 'invalid') throw invalid('The device code was not issued here')
  if (opened.payload.c !== clientId) throw invalid('The device code was issued to another client')
  if (opened.state === 'expired') throw new LatchkeyError('device_code_expired')
  return opened.payload.g
}

function notYet(error: 'authorization_pending' | 'slow_down'): Response {
  const description =
    error === 'slow_down'
      ? `Ask every ${POLL_SECONDS} seconds, and 5 seconds less often from now on.`
      : 'The person has not answered yet.'
  return clientJson({ error, error_description: description }, 400)
}

function invalid(what: string): LatchkeyError {
  return new LatchkeyError('client_grant_invalid', { detail: `${what}.` })
}
