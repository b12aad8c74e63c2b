// The client of the API, typed by the API's `auth`.
import { createClient } from 'latchkey/client'
import type { auth } from '../../auth.ts'

export type Server = typeof auth

export const api: string = import.meta.env.VITE_API || 'http://localhost:3000'

export const client = createClient<Server>({ base: `${api}/auth` })

/** Calls the API with the user's cookie. */
export async function call<Body>(path: string, body?: object): Promise<Body> {
  const init = body
    ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    : {}
  const response = await fetch(`${api}/api${path}`, { ...init, credentials: 'include' })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.json()
}
