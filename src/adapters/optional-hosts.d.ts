// What two adapters take from hosts that are too large to be installed here. Applications see the hosts' own types.
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
