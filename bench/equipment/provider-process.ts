// A fast OpenID Connect provider for the benchmark, in its own process, so that its work does not count as the server's.
// It keeps no state: the code itself contains what the token request is checked against (PKCE, nonce, subject).
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { answerOverIpc } from './answer-over-ipc.ts'

const port = Number(process.argv[2])
const issuer = `http://127.0.0.1:${port}`
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keys = JSON.stringify({
  keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'bench', use: 'sig', alg: 'RS256' }],
})
const header = base64url({ alg: 'RS256', kid: 'bench', typ: 'JWT' })
let tokenConnections = 0

const discovery = JSON.stringify({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  code_challenge_methods_supported: ['S256'],
  scopes_supported: ['openid', 'email', 'profile'],
})

/** The contents of a code. */
interface Grant {
  readonly sub: string
  readonly client: string
  readonly nonce: string | null
  readonly challenge: string | null
}

function authorize(query: URLSearchParams, response: ServerResponse): void {
  const grant: Grant = {
    sub: query.get('person') ?? 'person-0',
    client: query.get('client_id') ?? '',
    nonce: query.get('nonce'),
    challenge: query.get('code_challenge'),
  }
  const back = new URL(query.get('redirect_uri') ?? '')
  back.searchParams.set('code', base64url(grant))
  const state = query.get('state')
  if (state !== null) back.searchParams.set('state', state)
  response.writeHead(302, { location: back.href, 'content-length': 0 }).end()
}

async function issueTokens(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let text = ''
  for await (const part of request) text += part
  const form = new URLSearchParams(text)
  const grant = JSON.parse(Buffer.from(form.get('code') ?? '', 'base64url').toString()) as Grant
  const verifier = form.get('code_verifier')
  const challenge = verifier && createHash('sha256').update(verifier).digest('base64url')
  if (grant.challenge !== null && challenge !== grant.challenge) {
    return sendJson(response, 400, JSON.stringify({ error: 'invalid_grant' }))
  }
  const now = Math.floor(Date.now() / 1000)
  const claims = base64url({
    iss: issuer,
    aud: grant.client,
    iat: now,
    exp: now + 3600,
    ...(grant.nonce === null ? {} : { nonce: grant.nonce }),
    ...profileOf(grant.sub),
  })
  sendJson(
    response,
    200,
    JSON.stringify({
      access_token: `at-${grant.sub}`,
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'openid email profile',
      id_token: `${header}.${claims}.${signature(`${header}.${claims}`, privateKey)}`,
    }),
  )
}

function profileOf(sub: string) {
  return {
    sub,
    name: 'Ada Lovelace',
    email: `${sub}@example.com`,
    email_verified: true,
    picture: 'https://example.com/a.png',
  }
}

function signature(text: string, key: KeyObject): string {
  return sign('sha256', Buffer.from(text), key).toString('base64url')
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function sendJson(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    .end(body)
}

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const url = new URL(request.url ?? '/', issuer)
  if (url.pathname === '/authorize') return authorize(url.searchParams, response)
  if (url.pathname === '/token') return void issueTokens(request, response)
  if (url.pathname === '/jwks') return sendJson(response, 200, keys)
  if (url.pathname === '/.well-known/openid-configuration') return sendJson(response, 200, discovery)
  if (url.pathname === '/userinfo') {
    const sub = request.headers.authorization?.replace('Bearer at-', '') ?? ''
    return sendJson(response, 200, JSON.stringify(profileOf(sub)))
  }
  sendJson(response, 404, '{}')
})
server.on('connection', () => {
  tokenConnections++
})
server.listen(port, '127.0.0.1', () => answerOverIpc(() => ({ connections: tokenConnections })))
