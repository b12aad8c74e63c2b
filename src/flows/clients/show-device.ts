// `GET /auth/device`: the person enters the code that their device shows, and allows or denies the sign-in. The code alone is
// not enough: the page shows it again and asks for confirmation (RFC 8628 §3.3, §5.4).
import type { Session } from '../../contracts/session.ts'
import { LatchkeyError } from '../../errors.ts'
import { errorText } from '../../languages/speaking/error-text.ts'
import { redirect } from '../../web/responses.ts'
import { safeReturnPath } from '../../web/return-path.ts'
import { atItsOneName } from '../request/one-name.ts'
import { answerPage, frameOf } from '../request/page-frame.ts'
import { type Parts, pathTo, sessionOf, type Visit } from '../request/parts.ts'
import { checkClientsAreServed } from './clients-are-served.ts'
import { findDevice, type PendingDevice, readUserCode } from './device-grant.ts'
import { checkGuesses, countGuess } from './device-guesses.ts'

export async function showDevice(parts: Parts, visit: Visit): Promise<Response> {
  checkClientsAreServed(parts, 'device')
  const elsewhere = atItsOneName(parts, visit)
  if (elsewhere) return redirect(elsewhere)
  const typed = visit.url.searchParams.get('user_code')
  const { session } = await sessionOf(parts, visit)
  // Requires a session, since wrong codes are counted per person.
  if (!session) return redirect(pathTo(parts, '/login', { returnTo: here(parts, typed) }))
  if (typed === null) return askForCode(parts, visit, null)
  const device = await findTyped(parts, session, typed)
  if (device) return askForYes(parts, visit, { session, device })
  return askForCode(parts, visit, errorText(await visit.language(), unknownCode()))
}

/** Returns the device with the typed code; null counts as a guess. Throws `device_guesses_exceeded`. */
export async function findTyped(
  parts: Parts,
  session: Session,
  typed: string | null,
): Promise<PendingDevice | null> {
  await checkGuesses(parts, session.user.id)
  const userCode = readUserCode(typed)
  const device = userCode && (await findDevice(parts, userCode))
  if (device) return device
  await countGuess(parts, session.user.id)
  return null
}

async function askForCode(parts: Parts, visit: Visit, notice: string | null): Promise<Response> {
  const html = await parts.pages.deviceCode({
    frame: await frameOf(parts, visit),
    action: pathTo(parts, '/device'),
    notice,
  })
  return answerPage(visit, html, { status: notice === null ? 200 : 400 })
}

async function askForYes(
  parts: Parts,
  visit: Visit,
  { session, device }: { readonly session: Session; readonly device: PendingDevice },
): Promise<Response> {
  const { client, userCode, askedAt } = device
  const { name, email } = session.user
  const answer = (decision: 'allow' | 'deny') =>
    pathTo(parts, '/device/answer', { user_code: userCode, session: session.id, decision })
  const html = await parts.pages.deviceConfirm({
    frame: await frameOf(parts, visit),
    client: { id: client.id, name: client.name },
    userCode,
    askedAt: new Date(askedAt),
    user: { name, email },
    allow: { action: answer('allow') },
    deny: { action: answer('deny') },
    otherAccountHref: pathTo(parts, '/login', { returnTo: here(parts, userCode) }),
  })
  return answerPage(visit, html)
}

/** The path of this page with its code, to return to after the sign-in. */
function here(parts: Parts, typed: string | null): string {
  const userCode = readUserCode(typed)
  return safeReturnPath(pathTo(parts, '/device', userCode === null ? {} : { user_code: userCode }))
}

/** The error for an unknown code, which the answer route throws too. */
export function unknownCode(): LatchkeyError {
  return new LatchkeyError('device_code_unknown')
}
