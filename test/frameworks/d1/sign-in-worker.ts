// An application on D1 that reports how often it queried the database. Each request can advance its clock.
import { latchkey } from 'latchkey'
import { fetchLatchkey, requireUser } from 'latchkey/fetch'
import { oidc } from 'latchkey/providers/oidc'
import { type D1Database, type D1Statement, d1 } from 'latchkey/stores/d1'
import type { HostEnvironment } from '../../../src/testing/contract/adapter/stage.ts'

interface Bindings extends HostEnvironment {
  readonly DB: string & D1Database
}

let asked = 0
let aheadMilliseconds = 0
let fetch: ReturnType<typeof application> | undefined

export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    aheadMilliseconds = Number(request.headers.get('x-ahead') ?? 0)
    fetch ??= application(bindings)
    const before = asked
    const answer = await fetch(request)
    const headers = new Headers(answer.headers)
    headers.set('x-asked', String(asked - before))
    return new Response(answer.body, { status: answer.status, headers })
  },
}

function application({ DB, ...environment }: Bindings) {
  const auth = latchkey({
    providers: [oidc({ id: 'local', issuer: `${environment.IDP}/local` })],
    store: d1(counting(DB)),
    environment,
    migrate: true,
    log: () => {},
    now: () => Date.now() + aheadMilliseconds,
  })
  const profile = requireUser(auth, (_request, { user }) => Response.json(user), { api: true })
  return fetchLatchkey(auth, async (request, current) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/profile') return profile(request, current)
    if (pathname === '/users') return Response.json(await DB.prepare('select * from latchkey_users').all())
    return new Response('Home')
  })
}

/** Each request to D1 counts once, however many statements it carries. */
function counting(database: D1Database): D1Database {
  const originals = new WeakMap<D1Statement, D1Statement>()
  const counted = (statement: D1Statement): D1Statement => {
    const own: D1Statement = {
      bind: (...values) => counted(statement.bind(...values)),
      all() {
        asked++
        return statement.all()
      },
    }
    originals.set(own, statement)
    return own
  }
  return {
    prepare: (sql) => counted(database.prepare(sql)),
    batch(statements) {
      asked++
      return database.batch(statements.map((each) => originals.get(each) ?? each))
    },
  }
}
