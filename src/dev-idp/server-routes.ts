// All routes of the server: the check of the Host header, the start page, and the routes of each provider below its id.
import { Hono } from 'hono'
import { isLoopbackHostname } from '../web/loopback.ts'
import { nothingHerePage } from './pages/error-page.ts'
import { indexPage } from './pages/index-page.ts'
import { portrait, portraitsPath } from './pages/portrait.ts'
import type { PeopleDirectory } from './people-directory.ts'
import { type Register, registrationPath } from './register.ts'
import { answerRegistration } from './registration-endpoint.ts'
import type { ServedProvider } from './served-provider.ts'

/** A provider together with its routes. */
export interface MountedProvider {
  readonly provider: ServedProvider
  /** Built at the first request, since most providers receive none. */
  readonly app: () => Hono
}

export interface ServerRoutesOptions {
  /** By id. Grows as providers are served. */
  readonly mounted: ReadonlyMap<string, MountedProvider>
  readonly people: PeopleDirectory
  readonly log: (line: string) => void
  /** Registers applications in other processes on this machine. `null`: none may register. */
  readonly register: Register | null
}

export function serverRoutes({ mounted, people, log, register }: ServerRoutesOptions): Hono {
  const app = new Hono()

  app.use(async (context, next) => {
    // Against DNS rebinding: a foreign page whose name resolves to 127.0.0.1 sends its own name in Host.
    if (!isLoopbackHostname(hostName(context.req.header('host')))) {
      return context.text('The local identity provider answers on loopback only.', 421)
    }
    return next()
  })

  app.get('/', () =>
    indexPage(
      [...mounted.values()].map(({ provider }) => provider),
      people.list(),
    ),
  )
  app.get(`${portraitsPath}/:file{.+\\.svg}`, (context) => {
    const person = people.find(context.req.param('file').slice(0, -'.svg'.length))
    return person ? portrait(person) : context.notFound()
  })
  if (register) app.post(registrationPath, (context) => answerRegistration(context.req.raw, register))
  app.all('/:id/*', (context) => {
    const found = mounted.get(context.req.param('id'))
    return found ? found.app().fetch(context.req.raw, context.env) : context.notFound()
  })

  app.notFound(() => nothingHerePage(null))
  app.onError((error) => {
    log(`Local identity provider: ${error.stack ?? error.message}`)
    return new Response('Internal Server Error', { status: 500 })
  })
  return app
}

function hostName(host: string | undefined): string {
  return (host ?? '').replace(/:\d+$/, '').toLowerCase()
}
