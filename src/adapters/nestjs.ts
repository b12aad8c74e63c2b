// NestJS on Express and on Fastify: a module that serves `/auth/*` and reads the session, guards for `@UseGuards`, and
// `@CurrentUser()`. Its classes are decorated by calls, so that no compiler option is needed here.
import {
  type CanActivate,
  createParamDecorator,
  type DynamicModule,
  type ExecutionContext,
  HttpException,
  Inject,
  type MiddlewareConsumer,
  Module,
  type NestModule,
} from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { User } from '../contracts/user.ts'
import type { MountedAuth } from '../latchkey.ts'
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import { accessToken, type BearerOptions, type GivenBearerOptions } from './bearer.ts'
import { defineAdapter } from './define-adapter.ts'
import { expressLatchkey, resourceMetadata } from './express.ts'
import type { Guards } from './make-guards.ts'
import { type HostRequest, headOf, type NodeListener, textOf } from './node-bridge.ts'
import {
  type FreshOptions,
  type GuardOptions,
  type Read,
  type RequestAuth,
  reading,
  type SignedInAuth,
} from './request-auth.ts'

export type { AccessToken, BearerOptions, FreshOptions, GuardOptions, RequestAuth, SignedInAuth }
export { resourceMetadata }

type NodeResponse = Parameters<NodeListener>[1]
type KnownRequest = HostRequest & Read & { latchkey?: RequestAuth }

/** `@Inject(LATCHKEY) auth: Auth`: the auth that the module was given. */
export const LATCHKEY: unique symbol = Symbol('latchkey')

/** For `LatchkeyModule.forRootAsync`: an auth that is made of other providers. */
export interface AsyncOptions {
  /** Modules of which `useFactory` takes something. */
  readonly imports?: DynamicModule['imports']
  /** Tokens of what `useFactory` takes, such as `ConfigService`. */
  readonly inject?: readonly (string | symbol | (abstract new (...values: never[]) => unknown))[]
  /** Answers the auth; it may be asynchronous. */
  readonly useFactory: (...values: never[]) => MaybePromise<MountedAuth>
}

const adapter = defineAdapter<KnownRequest>({
  mountedBy: 'imports: [LatchkeyModule.forRoot(auth)]',
  headOf,
  sourceOf: (request) => request,
  carrierOf: (request) => request,
  expose: (request, auth) => {
    request.latchkey = auth
  },
})

/**
 * For every route, and it lets everybody through: Fastify's own cookies replace what the middleware has left at Node's response, so
 * a renewed cookie is handed to Fastify as well.
 */
const redelivery: CanActivate = {
  canActivate(context) {
    if (context.getType<string>() !== 'http') return true
    const response = context
      .switchToHttp()
      .getResponse<{ raw?: object; header(name: string, value: string[]): unknown }>()
    const cookies = requestOf(context)[reading]?.setCookies ?? []
    if (response.raw && cookies.length > 0) response.header('set-cookie', [...cookies])
    return true
  },
}

/** `imports: [LatchkeyModule.forRoot(auth)]` in the module of the application. */
export class LatchkeyModule implements NestModule {
  readonly #auth: MountedAuth

  constructor(auth: MountedAuth) {
    this.#auth = auth
  }

  /** With the value that `latchkey()` answered. */
  static forRoot(auth: MountedAuth): DynamicModule {
    return LatchkeyModule.forRootAsync({ useFactory: () => auth })
  }

  /** With an auth that is made of other providers: `{ inject: [ConfigService], useFactory: (config) => latchkey({ … }) }`. */
  static forRootAsync({ imports = [], inject = [], useFactory }: AsyncOptions): DynamicModule {
    const provider = { provide: LATCHKEY, useFactory, inject: [...inject] }
    const providers = [provider, { provide: APP_GUARD, useValue: redelivery }]
    return { module: LatchkeyModule, global: true, imports, providers, exports: [LATCHKEY] }
  }

  /** Nest calls it. Both of its platforms run middlewares with Node's own request. */
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(expressLatchkey(this.#auth)).forRoutes('{*path}')
  }
}
Module({})(LatchkeyModule)
Inject(LATCHKEY)(LatchkeyModule, undefined, 0)

type NestGuards = Guards<CanActivate>
const guards: NestGuards = adapter.guardsAs((refusalFor) => ({
  async canActivate(context) {
    const refusal = refusalFor(requestOf(context))
    return refusal ? refuse(context, refusal) : true
  },
}))

/** `@UseGuards(requireUser())`: others are sent to sign in and back; with `{ api: true }` 401 JSON. */
export const requireUser: NestGuards['requireUser'] = guards.requireUser

/** `@UseGuards(requireRole('admin'))`: people with this role, or one of these; others get 403. */
export const requireRole: NestGuards['requireRole'] = guards.requireRole

/** `@UseGuards(requireClaim('groups', 'staff'))`: people whose session keeps this claim; others get 403. */
export const requireClaim: NestGuards['requireClaim'] = guards.requireClaim

/** `@UseGuards(requireFresh({ maxAge: 300 }))`: others confirm who they are and come back. */
export const requireFresh: NestGuards['requireFresh'] = guards.requireFresh

/**
 * `@UseGuards(requireBearer({ issuer, audience, scopes: 'notes:read' }))`: requests with an access token of this issuer; others get 401 or
 * 403 as RFC 6750 says. Behind it `@CurrentToken()` is the token. It needs no `LatchkeyModule`. The metadata:
 * `app.use(resourceMetadata(api))`.
 */
export function requireBearer(options: GivenBearerOptions): CanActivate {
  const refusalFor = adapter.requireBearer(options)
  return {
    async canActivate(context) {
      const refusal = await refusalFor(requestOf(context))
      return refusal ? refuse(context, refusal) : true
    },
  }
}

/** `notes(@CurrentToken() { subject }: AccessToken)`: the token behind `requireBearer`. Throws `bearer_token_missing` without that guard. */
export const CurrentToken: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext): AccessToken => accessToken(requestOf(context)),
)

/**
 * `profile(@CurrentUser() user: User)`: who is signed in. Null for an anonymous visitor of a route without a guard: there the type
 * is `User | null`.
 */
export const CurrentUser: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext): User | null => authOf(context).user,
)

/** `home(@CurrentAuth() { user, session, error }: RequestAuth)`: the same with the session, and why it is unknown. */
export const CurrentAuth: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext): RequestAuth => authOf(context),
)

/** Nest sends what a guard throws. */
async function refuse(context: ExecutionContext, refusal: Response): Promise<never> {
  const response = responseOf(context)
  for (const [name, value] of refusal.headers) {
    // The body is written by the application's filter, in its own form.
    if (name !== 'content-type') response?.setHeader(name, value)
  }
  const text = await textOf(refusal)
  throw new HttpException(text.startsWith('{') ? JSON.parse(text) : text, refusal.status)
}

/** What Latchkey itself has read, whatever stands at the request by now. */
function authOf(context: ExecutionContext): RequestAuth {
  const read = requestOf(context)[reading]
  // Fail closed, and say what is missing.
  if (!read) throw new Error('This decorator needs imports: [LatchkeyModule.forRoot(auth)].')
  return read.auth
}

/** Node's own request: Fastify has one around it, and GraphQL puts the host's into its context. */
function requestOf(context: ExecutionContext): KnownRequest {
  const request = isGraphql(context)
    ? context.getArgByIndex<{ readonly req?: Around<KnownRequest> } | undefined>(2)?.req
    : context.switchToHttp().getRequest<Around<KnownRequest>>()
  if (!request) throw new Error('This guard needs a request over HTTP; in GraphQL as `req` of its context.')
  return request.raw ?? request
}

function responseOf(context: ExecutionContext): NodeResponse | undefined {
  if (isGraphql(context)) return undefined
  const response = context.switchToHttp().getResponse<Around<NodeResponse>>()
  return response.raw ?? response
}

type Around<Raw> = Raw & { readonly raw?: Raw }

function isGraphql(context: ExecutionContext): boolean {
  return context.getType<string>() === 'graphql'
}
