// An authorization server for the adapter suite: metadata and keys over HTTP, tokens for the API, and clients that have a key.
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { Claims } from '../../../contracts/claims.ts'

export interface ContractIssuer {
  readonly issuer: string
  /** Issues an access token for the API at this address, with additional claims. */
  readonly token: (audience: string, claims?: Claims) => Promise<string>
  readonly close: () => Promise<void>
}

/** Listens on a free port of 127.0.0.1. */
export async function startContractIssuer(): Promise<ContractIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }]
  const server = createServer((request, response) => {
    const documents: Readonly<Record<string, unknown>> = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
      '/keys': { keys },
    }
    const document = documents[request.url ?? '']
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(document ?? {}))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    token: (audience, claims = {}) =>
      new SignJWT({ client_id: 'the-app', scope: 'notes:read', ...claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'one' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject('alex')
        .setIssuedAt()
        .setExpirationTime('5m')
        .setJti(randomUUID())
        .sign(privateKey),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A client that proves possession of a key (RFC 9449). */
export interface ProvingClient {
  readonly thumbprint: string
  /** Makes a proof for one request with this token. `null`: for a token request. */
  readonly proof: (
    token: string | null,
    request: { readonly method: string; readonly url: string },
  ) => Promise<string>
}

export async function createProvingClient(): Promise<ProvingClient> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const jwk = await exportJWK(publicKey)
  return {
    thumbprint: await calculateJwkThumbprint(jwk),
    proof: (token, { method, url }) =>
      new SignJWT({ htm: method, htu: url, ...(token !== null && { ath: hashOf(token) }) })
        .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: { ...jwk } as never })
        .setIssuedAt()
        .setJti(randomUUID())
        .sign(privateKey),
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
