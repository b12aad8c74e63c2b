// NestJS on Express and on Fastify: a module that serves `/auth/*` and reads the session, guards for `@UseGuards`, and
// `@CurrentUser()`. Decorators are applied as function calls, so that this file needs no compiler option.
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

/** `@Inject(LATCHKEY) auth: Auth`: injects the auth that was given to the module. */
export const LATCHKEY: unique symbol = Symbol('latchkey')

/** For `LatchkeyModule.forRootAsync`: an auth that depends on other Nest providers. */
export interface AsyncOptions {
  /** Modules that export what `useFactory` needs. */
  readonly imports?: DynamicModule['imports']
  /** Tokens of the arguments of `useFactory`, such as `ConfigService`. */
  readonly inject?: readonly (string | symbol | (abstract new (...values: never[]) => unknown))[]
  /** Returns the auth; it may be async. */
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
 * Runs on every route and admits every request. Fastify's own cookies replace those that the middleware has set on Node's response,
 * so renewed cookies are given to Fastify as well.
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

  /** Takes the value that `latchkey()` returned. */
  static forRoot(auth: MountedAuth): DynamicModule {
    return LatchkeyModule.forRootAsync({ useFactory: () => auth })
  }

  /** Takes an auth that depends on other Nest providers: `{ inject: [ConfigService], useFactory: (config) => latchkey({ … }) }`. */
  static forRootAsync({ imports = [], inject = [], useFactory }: AsyncOptions): DynamicModule {
    const provider = { provide: LATCHKEY, useFactory, inject: [...inject] }
    const providers = [provider, { provide: APP_GUARD, useValue: redelivery }]
    return { module: LatchkeyModule, global: true, imports, providers, exports: [LATCHKEY] }
  }

  /** Called by Nest. Both of its platforms run middlewares with Node's own request. */
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

/** `@UseGuards(requireUser())`: anonymous visitors are sent to sign in and then back; with `{ api: true }` they get 401 JSON. */
export const requireUser: NestGuards['requireUser'] = guards.requireUser

/** `@UseGuards(requireRole('admin'))`: lets people with this role, or one of these, through. Other signed-in people get 403. */
export const requireRole: NestGuards['requireRole'] = guards.requireRole

/** `@UseGuards(requireClaim('groups', 'staff'))`: lets people through whose session has this claim. Other signed-in people get 403. */
export const requireClaim: NestGuards['requireClaim'] = guards.requireClaim

/** `@UseGuards(requireFresh({ maxAge: 300 }))`: people who signed in longer ago are sent to sign in again and then back. */
export const requireFresh: NestGuards['requireFresh'] = guards.requireFresh

/**
 * `@UseGuards(requireBearer({ issuer, audience, scopes: 'notes:read' }))`: lets requests through that carry an access token of this
 * issuer. Others get 401 or 403 (RFC 6750). After it, `@CurrentToken()` injects the token. `LatchkeyModule` is not needed. Serve the
 * metadata with `app.use(resourceMetadata(api))`.
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

/** `notes(@CurrentToken() { subject }: AccessToken)`: the token that `requireBearer` accepted. Throws `bearer_token_missing` without it. */
export const CurrentToken: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext): AccessToken => accessToken(requestOf(context)),
)

/**
 * `profile(@CurrentUser() user: User)`: the signed-in person. On a route without a guard it may be null (an anonymous visitor), so use
 * the type `User | null` there.
 */
export const CurrentUser: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext): User | null => authOf(context).user,
)

/** `home(@CurrentAuth() { user, session, error }: RequestAuth)`: the user with the session, and the error if it could not be read. */
export const CurrentAuth: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext): RequestAuth => authOf(context),
)

/** Throws the refusal, because Nest sends what a guard throws. */
async function refuse(context: ExecutionContext, refusal: Response): Promise<never> {
  const response = responseOf(context)
  for (const [name, value] of refusal.headers) {
    // The application's exception filter writes the body, in its own format.
    if (name !== 'content-type') response?.setHeader(name, value)
  }
  const text = await textOf(refusal)
  throw new HttpException(text.startsWith('{') ? JSON.parse(text) : text, refusal.status)
}

/** What Latchkey itself has read, even if another middleware has overwritten `request.latchkey`. */
function authOf(context: ExecutionContext): RequestAuth {
  const read = requestOf(context)[reading]
  // Fail closed, with an error that names what is missing.
  if (!read) throw new Error('This decorator needs imports: [LatchkeyModule.forRoot(auth)].')
  return read.auth
}

/** Node's own request: Fastify wraps it, and in GraphQL it is the `req` of the context. */
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
