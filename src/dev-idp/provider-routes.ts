// The routes of one provider below `/ID`: its endpoints at the paths of its fixture, and the pages below `/ID/local`.
import { Hono } from 'hono'
import { showAccount, signOutAll, signOutHere } from './account.ts'
import { authorize } from './authorize.ts'
import { discovery, jwks, jwksPath } from './discovery.ts'
import { confirmSignOut, endSession, showSignOut } from './end-session.ts'
import type { Endpoint, EndpointName, Exchange, RequestRecord } from './exchange.ts'
import { fixtureRequest } from './fixture-request.ts'
import { errorPage, nothingHerePage } from './pages/error-page.ts'
import { api, userinfo } from './protected-resources.ts'
import { PageError, ProtocolError } from './protocol-error.ts'
import { revoke, revokeOtherwise } from './revocation.ts'
import type { ServedProvider } from './served-provider.ts'
import {
  addPerson,
  allow,
  chooseFault,
  choosePerson,
  deny,
  showChooser,
  showConsent,
} from './sign-in-steps.ts'
import { token } from './token-endpoint.ts'

type Step = (exchange: Exchange, id: string) => Response | Promise<Response>
type RecordRequest = (record: RequestRecord) => Exchange['note']

const pageSteps: readonly (readonly ['GET' | 'POST', string, Step])[] = [
  ['GET', '/sign-in/:id', showChooser],
  ['POST', '/sign-in/:id/choose', choosePerson],
  ['POST', '/sign-in/:id/people', addPerson],
  ['POST', '/sign-in/:id/fault', chooseFault],
  ['GET', '/sign-in/:id/consent', showConsent],
  ['POST', '/sign-in/:id/allow', allow],
  ['POST', '/sign-in/:id/deny', deny],
  ['GET', '/sign-out/:id', showSignOut],
  ['POST', '/sign-out/:id', confirmSignOut],
  ['GET', '/account', showAccount],
  ['POST', '/account/sign-out', signOutHere],
  ['POST', '/account/sign-out-everywhere', signOutAll],
]

export function providerRoutes(provider: ServedProvider, record: RecordRequest): Hono {
  // Some endpoints are at the root of their host, so a trailing slash makes no difference.
  const app = new Hono({ strict: false }).basePath(`/${provider.id}`)
  const { paths } = provider
  const { api: answers, revocation, tokenMethod = 'POST' } = provider.fixture

  function route(name: EndpointName, methods: readonly string[], path: string, endpoint: Endpoint): void {
    app.on([...methods], path.replace(/\/$/, '') || '/', (context) =>
      run({ name, provider, record }, context.req.raw, endpoint),
    )
  }

  if (provider.protocol === 'oidc') {
    route('discovery', ['GET'], '/.well-known/openid-configuration', discovery)
    route('jwks', ['GET'], jwksPath, jwks)
  }
  route('authorization', ['GET', 'POST'], paths.authorization, authorize)
  // The first route of an address answers; the token endpoint passes on requests that are not meant for it.
  for (const path of new Set([paths.token, paths.refresh ?? paths.token])) {
    route('token', [tokenMethod], path, token)
  }
  for (const key of Object.keys(answers)) {
    const [path = '', method = 'GET'] = key.split(' ').reverse()
    route('api', [method], path, (exchange) => api(exchange, key))
  }
  if (provider.protocol === 'oidc' && paths.userinfo) {
    route('userinfo', ['GET', 'POST'], paths.userinfo, userinfo)
  }
  if (revocation) route('revocation', [revocation.method], revocation.path, revokeOtherwise)
  else if (paths.revocation) route('revocation', ['POST'], paths.revocation, revoke)
  if (paths.endSession) route('end-session', ['GET', 'POST'], paths.endSession, endSession)

  for (const [method, path, step] of pageSteps) {
    app.on(method, `/local${path}`, (context) =>
      run({ name: 'page', provider, record }, context.req.raw, (exchange) =>
        step(exchange, context.req.param('id') ?? ''),
      ),
    )
  }
  app.notFound(() => nothingHerePage(provider))
  // The server handles unexpected errors in one place.
  app.onError((error) => {
    throw error
  })
  return app
}

/** Records the request, runs the endpoint, and turns errors that the endpoint did not handle into a page. */
async function run(
  at: { readonly name: EndpointName; readonly provider: ServedProvider; readonly record: RecordRequest },
  request: Request,
  endpoint: Endpoint,
): Promise<Response> {
  const { provider } = at
  const url = new URL(request.url)
  const note = at.record({
    provider: provider.id,
    endpoint: at.name,
    method: request.method,
    path: url.pathname,
    time: provider.now(),
    grantType: null,
    status: null,
  })
  const read = fixtureRequest(request, url, provider)
  const response = await answer(provider, () => endpoint({ request, url, provider, read, note }))
  note({ status: response.status })
  return response
}

async function answer(
  provider: ServedProvider,
  endpoint: () => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await endpoint()
  } catch (error) {
    if (error instanceof PageError) return errorPage(provider, error)
    if (error instanceof ProtocolError) {
      return errorPage(provider, new PageError(error.message, { remedy: 'Go back and try again.' }))
    }
    throw error
  }
}
