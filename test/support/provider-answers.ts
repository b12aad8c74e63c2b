// Pure functions that make answers of a programmable identity provider, and the paths of its endpoints.
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Grant, Paths, RawAnswer } from './provider-behaviour.ts'

export const jsonType = { 'content-type': 'application/json' }
export const notFound: RawAnswer = { status: 404, body: 'not found' }

/** Makes a JSON answer. */
export function json(body: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): RawAnswer {
  return { status, headers: { ...jsonType, ...headers }, body: JSON.stringify(body) }
}

/** OpenID Connect Core §3.1.3.6: the left half of the hash of the access token. */
export function leftHalfHash(alg: string, value: string): string {
  const size = alg === 'EdDSA' || alg === 'Ed25519' ? '512' : alg.slice(2)
  const digest = createHash(`sha${size}`).update(value).digest()
  return digest.subarray(0, digest.length / 2).toString('base64url')
}

export const githubPaths: Paths = {
  authorize: '/login/oauth/authorize',
  token: '/login/oauth/access_token',
  jwks: '/none/jwks',
  userinfo: '/api/v3/user',
  emails: '/api/v3/user/emails',
  endSession: '/none/end-session',
  revoke: '/none/revoke',
  par: '/none/par',
}

export function oidcPaths(prefix: string): Paths {
  const at = (name: string): string => `${prefix}/${name}`
  return {
    authorize: at('authorize'),
    token: at('token'),
    jwks: at('jwks'),
    userinfo: at('userinfo'),
    emails: at('emails'),
    endSession: at('end-session'),
    revoke: at('revoke'),
    par: at('par'),
  }
}

export function verifies(verifier: string | null, grant: Grant): boolean {
  const challenge = grant.request.get('code_challenge')
  if (challenge === null) return verifier === null
  if (verifier === null || grant.request.get('code_challenge_method') !== 'S256') return false
  return createHash('sha256').update(verifier).digest('base64url') === challenge
}

/** OAuth 2.0 Form Post Response Mode §2. A browser without scripts uses the button. */
export function formPost(action: string, answer: URLSearchParams): RawAnswer {
  const inputs = [...answer].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  )
  const html = `<form method="post" action="${escapeHtml(action)}">${inputs.join('')}<button>Continue</button></form>`
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

export async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
