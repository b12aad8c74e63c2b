// An adapter from outside this repository, written against the package alone, for a small host in the style of Koa.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import {
  bridge,
  defineAdapter,
  deliver,
  type FreshOptions,
  type GuardOptions,
  type HostGuard,
  hasClaim,
  hasRole,
  headOf,
  type MountedAuth,
  type RequestAuth,
  send,
} from 'latchkey/kit'
import {
  adapterContract,
  contractAuth,
  type HostEnvironment,
  leaveForeignAuth,
  type TestRunner,
} from 'latchkey/testing/contract'

interface Context {
  readonly req: IncomingMessage & { latchkey?: RequestAuth }
  readonly res: ServerResponse
}
type Next = () => Promise<void>
type Middleware = (context: Context, next: Next) => Promise<void>

const adapter = defineAdapter<Context>({
  mountedBy: 'use(acmeLatchkey(auth))',
  headOf: ({ req }) => headOf(req),
  sourceOf: ({ req }) => req,
  carrierOf: ({ req }) => req,
  expose: ({ req }, auth) => {
    req.latchkey = auth
  },
})

function acmeLatchkey(auth: MountedAuth): Middleware {
  const answerOurs = bridge(auth)
  return async (context, next) => {
    if (adapter.isOurs(auth, context)) return answerOurs(context.req, context.res)
    deliver(await adapter.read(auth, context), context.res)
    await next()
  }
}

const requireUser = (options?: GuardOptions): Middleware => guarded(adapter.requireUser(options))
const requireFresh = (options: FreshOptions): Middleware => guarded(adapter.requireFresh(options))

function guarded(refusalFor: HostGuard<Context>): Middleware {
  return async (context, next) => {
    const refusal = refusalFor(context)
    await (refusal ? send(refusal, context.res) : next())
  }
}

type Route = readonly [guard: Middleware | null, answer: (context: Context) => unknown]
const json =
  (body: object = {}) =>
  ({ res }: Context): unknown =>
    res.end(JSON.stringify(body))

const routes: Readonly<Record<string, Route>> = {
  '/': [null, ({ req, res }) => res.end(`Hello ${req.latchkey?.user?.name ?? 'nobody'}`)],
  '/theme': [null, ({ res }) => res.appendHeader('Set-Cookie', 'theme=dark').end()],
  '/profile': [requireUser(), ({ req, res }) => res.end(`Your profile, ${req.latchkey?.user?.name}`)],
  '/api/me': [
    requireUser({ api: true }),
    (context) => json({ name: context.req.latchkey?.user?.name })(context),
  ],
  '/fresh': [requireFresh({ maxAge: 300 }), ({ res }) => res.end('Fresh')],
  '/api/fresh': [requireFresh({ maxAge: 300, api: true }), json()],
  '/admin': [requireUser({ allow: hasRole('admin') }), ({ res }) => res.end('Everything')],
  '/api/admin': [requireUser({ api: true, allow: () => false }), json()],
  '/api/named': [requireUser({ api: true, allow: ({ name }) => name === 'Alex Lindqvist' }), json()],
  '/api/role': [requireUser({ api: true, allow: hasRole(['admin', 'staff']) }), json()],
  '/api/claim': [requireUser({ api: true, allow: hasClaim('groups', 'staff') }), json()],
  '/stream': [
    null,
    async ({ res }) => {
      res.write('first')
      await new Promise((resolve) => setTimeout(resolve, 100))
      res.end('second')
    },
  ],
  '/elsewhere': [null, ({ res }) => res.writeHead(302, { Location: '/' }).end()],
  '/throws': [
    null,
    () => {
      throw new Error('broken on purpose')
    },
  ],
}

async function start(environment: HostEnvironment): Promise<() => Promise<void>> {
  const mounted = acmeLatchkey(contractAuth(environment))
  const answer = async (context: Context): Promise<void> => {
    context.res.setHeader('X-First', '1')
    await mounted(context, async () => {
      leaveForeignAuth(context.req, 'x-foreign' in context.req.headers)
      const [path = ''] = (context.req.url ?? '').slice(environment.PREFIX.length).split('?')
      const [guard, respond] = routes[path] ?? [null, ({ res }: Context) => res.writeHead(404).end()]
      const next: Next = async () => {
        await respond(context)
      }
      await (guard ? guard(context, next) : next())
    })
  }
  const server = createServer((req, res) => {
    answer({ req, res }).catch(() => res.writeHead(500).end())
  })
  server.listen(Number(environment.PORT), '127.0.0.1')
  await once(server, 'listening')
  return async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
}

export function testAdapter(runner: TestRunner): void {
  adapterContract({ runner, name: 'Acme', start })
}
