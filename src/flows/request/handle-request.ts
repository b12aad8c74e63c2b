// Routes a request to the flow that handles it. Every error is handled once, by `answerError`.
import { Hono } from 'hono/tiny'
import { defaultLinkingPolicy } from '../../accounts/linking-policy.ts'
import { loadOnce } from '../../contracts/load-once.ts'
import type { Pages } from '../../contracts/pages.ts'
import type { Brand } from '../../contracts/provider.ts'
import { referenceId } from '../../crypto/reference-id.ts'
import { LatchkeyError } from '../../errors.ts'
import type { Languages } from '../../languages/speaking/create-languages.ts'
import { bearerAuthorizationOf } from '../../sessions/session-check.ts'
import { clientAddress } from '../../web/client-address.ts'
import { isPrefetch, navigationOf } from '../../web/navigation.ts'
import { plainText } from '../../web/plain-text.ts'
import { json } from '../../web/responses.ts'
import { acceptsJson } from '../../web/same-origin.ts'
import { createUsedAttempts } from '../attempt/used-attempts.ts'
import { createDevicePolls } from '../clients/device-polls.ts'
import { metadataPathOf } from '../clients/issuer-of.ts'
import { answerError } from './answer-error.ts'
import { crossSite } from './cross-site.ts'
import { answerPreflight, checkSameSite, isOurSender, isPreflight, letRead } from './front-end.ts'
import { askOnce, type Core, type Parts, type Visit } from './parts.ts'
import { nowhere, type Place, type Places } from './place.ts'
import { metadataRoute, type Route, routes } from './routes.ts'

export interface RequestContext {
  /** The address of the peer, from the host's socket. */
  readonly remoteAddress?: string | null | undefined
  /** For runtimes that stop the process after the response (edge): keeps it running until the hooks have received the events. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined
}

/** The rendering of pages, as a parameter, since flows only produce view data. */
export interface Drawing {
  readonly pages: Pages
  readonly stylesheetFor: Parts['stylesheetFor']
  /** For accounts whose provider is no longer configured. */
  readonly neutralBrand: Brand
  readonly languages: Languages
  readonly inspection: Parts['inspection']
}

export type RequestHandler = (request: Request, context: RequestContext) => Promise<Response>

export function createRequestHandler(core: Core, places: Places, drawing: Drawing): RequestHandler {
  const parts = completeParts(core, drawing)
  const host = new Hono<{ Bindings: { visit: Visit } }>()
  const router = host.basePath(core.settings.basePath)
  // RFC 8414 §3: the well-known path is inserted before the issuer's path.
  host.all(metadataPathOf(core.settings), ({ env }) => follow(parts, metadataRoute, env.visit, ''))
  for (const route of routes) {
    router.all(route.path, (context) => follow(parts, route, context.env.visit, idIn(context.req.param())))
  }
  router.all('*', ({ env }) => answerError(parts, env.visit, new LatchkeyError('request_not_found')))
  host.all('*', ({ env: { visit } }) => answerError(parts, visit, outsideOf(core.settings.basePath, visit)))

  return async function handleRequest(request, context) {
    // HTTP/2 has no Host header (RFC 9113 §8.3.1): use the host of the request's URL.
    const asked = request.headers.get('host') ?? new URL(request.url).host
    const place = places.find(asked)
    const visit = visitOf(parts, request, { context, place: place ?? nowhere })
    if (place) {
      const answer = await host.fetch(request, { visit })
      if (context.waitUntil) context.waitUntil(core.events.idle())
      // A Lambda function is frozen after its response, so events must be delivered before.
      else if (core.settings.environment.AWS_LAMBDA_FUNCTION_NAME) await core.events.idle()
      return answer
    }
    // An unknown Host may come from an attacker (DNS rebinding, poisoned caches).
    const detail = wrongHost(core.settings.ownOrigins, asked)
    return answerError(parts, visit, new LatchkeyError('request_wrong_host', { detail }))
  }
}

function wrongHost(origins: readonly string[], host: string | null): string {
  const received = `received Host: ${plainText(host ?? '', 100)}.`
  return origins.length > 0
    ? `Expected the host of one of ${origins.join(', ')}, since ORIGIN names several; ${received} A proxy must pass Host on as it came (docs/addresses.md).`
    : `Expected a loopback host such as localhost, since ORIGIN is not set; ${received} If browsers open the application there, set ORIGIN to its address (docs/addresses.md).`
}

/** For a request that the host passes on although its path is outside of the base path. */
function outsideOf(basePath: string, { url }: Visit): LatchkeyError {
  return new LatchkeyError('request_not_found', {
    detail: `Expected a path at or below the base path ${basePath}; received ${plainText(url.pathname, 100)}. Where a rewrite leads here, basePath (BASE_PATH) is the path outside of it (docs/addresses.md).`,
  })
}

function visitOf(
  { settings, platform, providers, languages }: Parts,
  request: Request,
  { context, place }: { readonly context: RequestContext; readonly place: Place },
): Visit {
  const { headers } = request
  return {
    request,
    url: new URL(request.url),
    place,
    cookieHeader: headers.get('cookie'),
    userAgent: headers.get('user-agent')?.slice(0, 300) ?? null,
    clientAddress: clientAddress(
      context.remoteAddress ?? null,
      headers.get('x-forwarded-for'),
      settings.trustedProxies,
    ),
    referenceId: referenceId(platform.randomBytes),
    peerAddress: context.remoteAddress ?? null,
    startedAt: settings.now(),
    providers: askOnce(providers, { place, request }),
    language: loadOnce(() => languages.of(request)),
  }
}

function idIn(parameters: Readonly<Record<string, string>>): string {
  return parameters.provider ?? ''
}

async function follow(parts: Parts, route: Route, visit: Visit, id: string): Promise<Response> {
  let response: Response
  try {
    response = forProgram(route, visit, await answer(parts, route, { visit, id }))
  } catch (error) {
    const isApi = route.isApi || isByBearer(parts, visit)
    response = await answerError(parts, visit, error, { providerId: id || undefined, isApi })
  }
  // A client with a token gets no cookie, and its browser keeps its current one.
  if (isByBearer(parts, visit)) response.headers.delete('set-cookie')
  // Errors must be readable too, otherwise a script only sees a network error.
  return route.isForFrontEnds ? letRead(parts, visit, response) : response
}

/** Returns the redirect's address as JSON to scripts, which cannot follow a redirect to another origin. */
function forProgram({ isHop }: Route, { request }: Visit, response: Response): Response {
  const location = response.headers.get('location')
  const isRedirect = request.method === 'POST' && response.status === 303 && location !== null
  if (!isRedirect || isHop || !acceptsJson(request.headers)) return response
  return json({ location }, { setCookies: response.headers.getSetCookie() })
}

async function answer(
  parts: Parts,
  route: Route,
  { visit, id }: { readonly visit: Visit; readonly id: string },
): Promise<Response> {
  const { method, headers } = visit.request
  const { needsNavigation, isForFrontEnds } = route
  if (isForFrontEnds && isPreflight(visit)) return answerPreflight(parts, visit, methodsOf(route))
  if (isForFrontEnds && !route.readsNoCookie) checkSameSite(parts, visit)
  // A stolen access token, valid for minutes, must not create a session for weeks or change linked accounts.
  if (isByBearer(parts, visit) && !route.admitsBearer && !route.isApi) {
    throw new LatchkeyError('bearer_not_accepted')
  }
  if (method === 'HEAD' && route.GET && needsNavigation) return nothingDone()
  if (method === 'GET' && needsNavigation && navigationOf(headers, needsNavigation) === 'other') {
    if (route.otherwise) return route.otherwise(parts, visit, id)
    if (isPrefetch(headers)) return nothingDone()
    // Fetch Metadata §2: a page's images and scripts send the person's cookies without their action.
    throw new LatchkeyError('request_not_navigation')
  }
  const story = method === 'POST' ? route.POST : method === 'GET' || method === 'HEAD' ? route.GET : undefined
  if (!story) return methodNotAllowed(parts, route, visit)
  // CSRF: a page of another site can send the person's cookies, but not this origin. Requests with an Authorization header are
  // exempt: their cookies are ignored, and browsers do not add that header by themselves.
  const sender = isForFrontEnds ? parts : { settings: { frontEnds: [] } }
  if (method === 'POST' && !route.isOpen && !isByBearer(parts, visit) && !isOurSender(sender, visit)) {
    throw crossSite(headers, visit.place)
  }
  return story(parts, visit, id)
}

/** Whether the request has the Authorization header of a client: its cookies are then ignored. */
function isByBearer({ settings }: Parts, { request }: Visit): boolean {
  return settings.bearer && bearerAuthorizationOf(request.headers.get('authorization')) !== null
}

/** The response to HEAD and prefetch requests, which must not start or use up anything. */
function nothingDone(): Response {
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}

async function methodNotAllowed(parts: Parts, route: Route, visit: Visit): Promise<Response> {
  const error = new LatchkeyError('request_method_not_allowed')
  const response = await answerError(parts, visit, error, { isApi: route.isApi })
  response.headers.set('Allow', methodsOf(route).join(', '))
  return response
}

function methodsOf({ GET, POST }: Route): readonly string[] {
  return [...(GET ? ['GET', 'HEAD'] : []), ...(POST ? ['POST'] : [])]
}

function completeParts(core: Core, drawing: Drawing): Parts {
  const { settings } = core
  return {
    ...core,
    pages: { ...drawing.pages, ...settings.pages },
    defaultPages: drawing.pages,
    policy: settings.linkingPolicy ?? defaultLinkingPolicy,
    usedAttempts: createUsedAttempts(settings.store, settings.now),
    devicePolls: createDevicePolls(settings.now),
    stylesheetFor: drawing.stylesheetFor,
    neutralBrand: drawing.neutralBrand,
    languages: drawing.languages,
    inspection: drawing.inspection,
  }
}
