// `GET /auth/session`: the same shape that the server sees, for whoever asks with this browser's cookie.
import { json } from '../../web/responses.ts'
import { type Parts, sessionOf, type Visit } from '../request/parts.ts'

export async function readSession(parts: Parts, visit: Visit): Promise<Response> {
  const { session, setCookies } = await sessionOf(parts, visit)
  if (!session) return json(null)
  const { id, email, emailVerified, name, picture } = session.user
  const body = {
    user: { id, email, emailVerified, name, picture },
    expiresAt: session.expiresAt.toISOString(),
  }
  return json(body, { setCookies })
}
