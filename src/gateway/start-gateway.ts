// The gateway as a process: it listens, reads its rules again when they change, and shuts down gracefully.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import type { Auth } from '../auth.ts'
import type { Environment } from '../environment.ts'
import { LatchkeyError } from '../errors.ts'
import { innerParts, latchkey } from '../latchkey.ts'
import type { LatchkeyOptions } from '../options.ts'
import { createGateway } from './gateway.ts'
import { hostsOf } from './hosts.ts'
import { asksForWebSocket } from './proxy/forward-upgrade.ts'
import { readGatewayOptions } from './read-options.ts'
import { claimsToKeep } from './rules/claims-to-keep.ts'
import type { Rules } from './rules/rules.ts'
import { openRules, type RulesSource } from './rules/rules-file.ts'

export interface RunningGateway {
  readonly port: number
  readonly auth: Auth
  /** Reads the rules again. */
  readonly reload: () => void
  /** Ends WebSockets and event streams, and lets other running requests finish for up to ten seconds. */
  readonly close: () => Promise<void>
}

const LONGEST_FAREWELL_MILLISECONDS = 10_000

/**
 * `instead` replaces options, for programs that start a gateway in their own process.
 *
 * @throws LatchkeyError `config_*`, `store_unavailable`; an Error from Node if the port is in use.
 */
export async function startGateway(
  environment: Environment,
  instead: Pick<LatchkeyOptions, 'log' | 'store'> = {},
): Promise<RunningGateway> {
  const {
    options,
    rules: first,
    rulesValue,
    keptClaims,
    upstream,
    port,
    host,
    ...parts
  } = await readGatewayOptions(environment)
  const auth = latchkey({ ...options, ...instead })
  const { settings } = innerParts(auth).core
  const say = (event: string, level: 'info' | 'warn' | 'error', detail: string): void =>
    settings.log({ event, level, time: new Date(settings.now()).toISOString(), detail })
  const rules: RulesSource = openRules(first, {
    value: rulesValue ?? '[]',
    freshSeconds: settings.freshSeconds,
    check(next) {
      const missing = [...claimsToKeep(next, options.providers)].filter((name) => !keptClaims.has(name))
      if (missing.length === 0) return
      // Sessions keep only the claims that the rules needed at the start; without this check, every request would be refused.
      const detail = `RULES: these rules look at ${missing.join(', ')}, which sessions do not keep yet: restart the gateway.`
      throw new LatchkeyError('config_rules_invalid', { detail })
    },
    onReloaded(read) {
      say('rules_reloaded', 'info', `${read.list.length} rules count from now on.`)
      tellUnreachable(read)
    },
    onRefused: ({ message }) => say('rules_refused', 'error', `The old rules stay. ${message}`),
  })
  const tellUnreachable = (read: Rules): void => {
    const names = hostsOf(settings, () => read).unreachable(read)
    if (names.length > 0)
      say(
        'notice',
        'warn',
        `RULES wants people to be known at ${names.join(', ')}, where they cannot sign in: name these origins in ORIGINS and set COOKIE_DOMAIN (docs/gateway.md).`,
      )
  }
  tellUnreachable(first)
  const gateway = createGateway({ auth, rules, upstream, ...parts })
  await auth.ready()
  const server = createServer({
    // A proxy in front keeps connections for a minute: the gateway must not close one first, in the middle of a request.
    keepAliveTimeout: 75_000,
    // An upload may take any time as long as data arrives.
    requestTimeout: 0,
    // RFC 9110 §7.8: an offer to switch to another protocol, such as h2c, may be ignored. Node before 24.9 passes it to `upgrade`.
    shouldUpgradeCallback: asksForWebSocket,
  })
  server.on('request', (request: IncomingMessage, response: ServerResponse) =>
    gateway.answer(request, response),
  )
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) =>
    gateway.answer(request, response, true),
  )
  server.on('upgrade', gateway.upgrade)
  const actual = await listen(server, port, host)
  return {
    port: actual,
    auth,
    reload: () => {
      if (!rules.reload()) say('rules_reloaded', 'info', 'The rules are as they were.')
    },
    async close() {
      rules.close()
      // WebSockets and event streams would never end by themselves; browsers open them again, on another server.
      gateway.endLongExchanges()
      await finish(server)
      gateway.close()
      await auth.close()
    },
  }
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Connections of proxies get one more answer, with `Connection: close`; those that stay open are closed by force. */
async function finish(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()))
  server.prependListener('request', (_: IncomingMessage, response: ServerResponse) =>
    response.setHeader('Connection', 'close'),
  )
  const idle = setInterval(() => server.closeIdleConnections(), 200)
  const last = setTimeout(() => server.closeAllConnections(), LONGEST_FAREWELL_MILLISECONDS)
  await closed
  clearInterval(idle)
  clearTimeout(last)
}
