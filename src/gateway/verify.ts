// `/auth/verify`: the answer to a proxy that asks before it passes a request on. nginx (`auth_request`), Traefik
// (`ForwardAuth`), Caddy (`forward_auth`) and Envoy (`ext_authz` over HTTP) let a request through only on 200.
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { send } from '../adapters/node-bridge.ts'
import { whenReady } from '../contracts/maybe-promise.ts'
import { LatchkeyError } from '../errors.ts'
import { answerFailure, asLatchkeyError } from './answers.ts'
import { type Asked, askedByProxy } from './asked.ts'
import type { Door, Visitor } from './door.ts'
import { ACCESS_TOKEN_HEADER, hasOddIdentityName } from './identity-headers.ts'
import { refusalOf } from './refusal.ts'
import type { RuleDemand } from './rules/rules.ts'
import type { Verdict } from './rules/verdict.ts'

/** `restOfPath` is what follows `/auth/verify`. */
export type Verifier = (request: IncomingMessage, response: ServerResponse, restOfPath: string) => unknown

export function createVerifier(door: Door): Verifier {
  const { settings, proxies } = door

  function verify(request: IncomingMessage, response: ServerResponse, restOfPath: string): unknown {
    // A proxy replaces our headers; a spelling that it does not know would reach the application next to them.
    if (hasOddIdentityName(request.rawHeaders)) {
      return refuseForm(
        request,
        response,
        'a header could be taken for one of X-Latchkey-*, and the proxy has not dropped it',
      )
    }
    const found = askedByProxy(request, proxies, restOfPath)
    if (found.kind === 'refused') return refuseForm(request, response, found.reason)
    // No trusted header names the requested resource: only people who may see everything are admitted.
    if (found.kind === 'unsaid') return conclude(request, response, null, door.everyDemand())
    const judged = door.demandsOn(found.asked)
    if (judged.kind === 'refused') return fail(request, response, judged.error, found.asked)
    return conclude(request, response, found.asked, judged.demands)
  }

  function conclude(
    request: IncomingMessage,
    response: ServerResponse,
    asked: Asked | null,
    demands: readonly RuleDemand[],
  ): void {
    const done = whenReady(door.whoAsks(request, asked), (visitor) => {
      const verdict = door.judge(demands, visitor)
      if (verdict.kind !== 'admitted') return refuse(request, response, { asked, verdict, visitor })
      return whenReady(door.identify(visitor.auth.session), (identity) => {
        // Proofs of identity are only for proxies; a browser that asks directly learns who it is, and nothing more.
        admit(
          response,
          visitor,
          proxies.has(request.socket.remoteAddress) ? identity : withoutProof(identity),
        )
      })
    })
    if (done instanceof Promise) done.catch((error: unknown) => fail(request, response, error, asked))
  }

  async function refuse(
    { headers }: IncomingMessage,
    response: ServerResponse,
    {
      asked,
      verdict,
      visitor,
    }: { readonly asked: Asked | null; readonly verdict: Refused; readonly visitor: Visitor },
  ): Promise<void> {
    const refusal = await refusalOf(door, verdict, {
      asked: asked ?? unsaid,
      headers,
      visitor,
      isElsewhere: true,
    })
    await send(forProxy(refusal, asked), response)
  }

  function refuseForm(request: IncomingMessage, response: ServerResponse, reason: string): void {
    fail(
      request,
      response,
      new LatchkeyError('request_malformed', { detail: `A proxy asked, and ${reason}.` }),
      null,
    )
  }

  function fail(
    request: IncomingMessage,
    response: ServerResponse,
    error: unknown,
    asked: Asked | null,
  ): void {
    const asking = { method: asked?.method ?? request.method ?? 'GET', headers: request.headers }
    answerFailure(settings, asking, asLatchkeyError(error))
      .then((answer) => send(forProxy(answer, asked), response))
      .catch(() => response.destroy())
  }

  return verify
}

type Refused = Exclude<Verdict, { readonly kind: 'admitted' }>

/** Without an address to come back to, the answer is 401, as for programs. */
const unsaid: Asked = { method: 'POST', host: null, authority: null, target: '/', isForNginx: false }

function admit(
  response: ServerResponse,
  { setCookies }: Visitor,
  identity: Readonly<Record<string, string>>,
): void {
  // All names, including empty ones: proxies that copy them replace whatever the browser sent.
  const headers: Record<string, string | readonly string[]> = {
    ...identity,
    'Cache-Control': 'no-store',
    Vary: 'Cookie',
    'Content-Length': '0',
  }
  if (setCookies.length > 0) headers['Set-Cookie'] = setCookies
  response.writeHead(200, headers as OutgoingHttpHeaders)
  response.end()
}

function withoutProof(identity: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { ...identity, 'X-Latchkey-Jwt': '', [ACCESS_TOKEN_HEADER]: '' }
}

/**
 * nginx passes on only 401 and 403, and treats everything else as a failure of the gateway. So a redirect is sent as 401 with
 * `Location` and with `X-Latchkey-Redirect`, which nginx never rewrites.
 */
function forProxy(answer: Response, asked: Asked | null): Response {
  const location = answer.headers.get('location')
  if (location !== null) answer.headers.set('X-Latchkey-Redirect', location)
  if (!asked?.isForNginx || answer.status === 401) return answer
  const status = location === null && answer.status < 500 ? 403 : answer.status
  return new Response(location === null ? answer.body : null, {
    status: location === null ? status : 401,
    headers: answer.headers,
  })
}
