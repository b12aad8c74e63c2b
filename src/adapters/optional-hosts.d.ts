// What the adapters use of hosts that are too large to be installed here. Applications see the hosts' own types.
declare module '@sveltejs/kit' {
  export function error(status: number, message: string): never
  export function redirect(status: number, location: string): never
}

declare module 'next/headers' {
  export function headers(): Promise<Headers>
}

declare module 'next/server' {
  export function after(work: Promise<unknown>): void
}

declare module 'next/navigation' {
  export function redirect(path: string): never
}

declare module 'react-router' {
  export interface RouterContext<T = unknown> {
    defaultValue?: T
  }
  export function createContext<T>(defaultValue?: T): RouterContext<T>
}

declare module '@tanstack/react-router' {
  export function redirect(options: { href: string; statusCode: number; reloadDocument: boolean }): Response
}

declare module '@tanstack/react-start' {
  export interface Register {}
  interface Result {
    readonly response: Response
  }
  export type RequestServerFn<_Register, _Middlewares, Context> = (options: {
    readonly request: Request
    readonly handlerType: 'serverFn' | 'router'
    readonly next: (options: { context: Context }) => Promise<Result>
  }) => Promise<Result | Response>
}

declare module '@nestjs/common' {
  export interface ExecutionContext {
    getType<Kind extends string>(): Kind
    getArgByIndex<Argument>(index: number): Argument
    switchToHttp(): { getRequest<Request>(): Request; getResponse<Response>(): Response }
  }
  export interface CanActivate {
    canActivate(context: ExecutionContext): boolean | Promise<boolean>
  }
  export interface DynamicModule {
    module: abstract new (...values: never[]) => unknown
    global?: boolean
    imports?: unknown[]
    providers?: unknown[]
    exports?: unknown[]
  }
  export interface MiddlewareConsumer {
    apply(middleware: unknown): { forRoutes(path: string): unknown }
  }
  export interface NestModule {
    configure(consumer: MiddlewareConsumer): void
  }
  export class HttpException extends Error {
    constructor(response: string | object, status: number)
  }
  export function createParamDecorator(
    factory: (data: unknown, context: ExecutionContext) => unknown,
  ): () => ParameterDecorator
  export function Inject(token: symbol): ParameterDecorator
  export function Module(options: object): ClassDecorator
}

declare module '@nestjs/core' {
  export const APP_GUARD: string
}
