// A separate server process with the same store and secret as others. It requests the token of one session many times at once:
// prints `ready`, waits for a line, and prints the results.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { latchkey, type TokenOutcome } from 'latchkey'
import { storeFromEnvironment } from 'latchkey/environment'
import { oidc } from 'latchkey/providers/oidc'
import { sessionOf } from './token-holder.ts'

export interface TokenCall {
  /** `DATABASE_URL`, and `REDIS_URL` if sessions are in Redis. */
  readonly databaseUrl: string
  readonly redisUrl?: string | undefined
  readonly secret: string
  readonly origin: string
  readonly provider: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
  readonly cookieHeader: string
  readonly calls: number
  /** How far this process's clock is ahead. */
  readonly clockAheadMilliseconds: number
}

export interface TokenCallResult {
  readonly states: readonly TokenOutcome['state'][]
  /** Hashes, so that no secret is printed. */
  readonly tokens: readonly string[]
}

const call: TokenCall = JSON.parse(process.env.TOKEN_CALL ?? '')
const auth = latchkey({
  providers: [oidc({ id: 'h', ...call.provider })],
  store: await storeFromEnvironment({ DATABASE_URL: call.databaseUrl, REDIS_URL: call.redisUrl }),
  secret: call.secret,
  origin: call.origin,
  environment: { NODE_ENV: 'production' },
  keepTokens: true,
  now: () => Date.now() + call.clockAheadMilliseconds,
  log: () => {},
})
const session = await sessionOf(auth, call.cookieHeader)
process.stdout.write('ready\n')
await once(process.stdin, 'data')
const outcomes = await Promise.all(Array.from({ length: call.calls }, () => auth.tokens(session).get('h')))
const result: TokenCallResult = {
  states: outcomes.map(({ state }) => state),
  tokens: outcomes.flatMap((outcome) =>
    outcome.state === 'fresh' ? [createHash('sha256').update(outcome.accessToken).digest('hex')] : [],
  ),
}
process.stdout.write(`${JSON.stringify(result)}\n`)
await auth.close()
process.stdin.destroy()
