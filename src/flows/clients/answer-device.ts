// `POST /auth/device/answer`: the person allows or denies the device. Sent by the form of the page before, in the same session.

import type { Session } from '../../contracts/session.ts'
import { randomText } from '../../crypto/platform.ts'
import { writeDetails } from '../../sessions/session-details.ts'
import { redirect } from '../../web/responses.ts'
import { answerPage, frameOf } from '../request/page-frame.ts'
import { type Parts, pathTo, sessionOf, storeOf, type Visit } from '../request/parts.ts'
import { checkClientsAreServed } from './clients-are-served.ts'
import {
  findAnswered,
  findGrant,
  GRANT_MILLISECONDS,
  markDenied,
  type PendingDevice,
  readUserCode,
} from './device-grant.ts'
import { checkGuesses } from './device-guesses.ts'
import { findTyped, unknownCode } from './show-device.ts'

export async function answerDevice(parts: Parts, visit: Visit): Promise<Response> {
  checkClientsAreServed(parts, 'device')
  const query = visit.url.searchParams
  const { session } = await sessionOf(parts, visit)
  // The person signed out or changed accounts: show the page again, with the right name.
  if (session?.id !== query.get('session') || !session) {
    return redirect(pathTo(parts, '/device', { user_code: query.get('user_code') ?? '' }))
  }
  const isAllowed = query.get('decision') === 'allow'
  await checkGuesses(parts, session.user.id)
  const userCode = readUserCode(query.get('user_code'))
  // A second click, or a reload of the page, gets the same page again.
  const answered = userCode && (await findAnswered(parts, { userCode, userId: session.user.id, isAllowed }))
  const device = answered || (await takeAnswer(parts, session, { userCode, isAllowed }))
  const html = await parts.pages.deviceDone({
    frame: await frameOf(parts, visit),
    client: { id: device.client.id, name: device.client.name },
    isAllowed,
    accountHref: pathTo(parts, '/account'),
  })
  return answerPage(visit, html)
}

async function takeAnswer(
  parts: Parts,
  session: Session,
  { userCode, isAllowed }: { readonly userCode: string | null; readonly isAllowed: boolean },
): Promise<PendingDevice> {
  const device = await findTyped(parts, session, userCode)
  if (!device) throw unknownCode()
  if (isAllowed) await giveGrant(parts, session, device)
  else await markDenied(parts, device.grantId)
  return device
}

/** Stores a session whose secret no client has. The device's next request replaces it. */
async function giveGrant(parts: Parts, session: Session, { client, grantId }: PendingDevice): Promise<void> {
  const { sessions } = storeOf(parts)
  const { now } = parts.settings
  const moment = now()
  const endsAt = session.endsAt.getTime()
  try {
    await sessions.insert({
      id: grantId,
      secretHash: await parts.platform.sha256(randomText(32, parts.platform.randomBytes)),
      userId: session.user.id,
      ...session.identity,
      createdAt: session.createdAt.getTime(),
      authenticatedAt: session.authenticatedAt.getTime(),
      lastSeenAt: moment,
      expiresAt: Math.min(moment + GRANT_MILLISECONDS, endsAt),
      endsAt,
      acr: session.acr,
      sealedIdToken: null,
      userAgent: null,
      clientAddress: null,
      details: writeDetails({ isSilent: session.isSilent, claims: session.claims, clientId: client.id }),
    })
  } catch (error) {
    // After a double click, the first request has stored it.
    if (!(await findGrant(parts, grantId))) throw error
  }
}
