// Names that the code blocks in the documents may use without an import. docs-code.test.ts compiles each block with those
// of these names that the block neither declares nor imports. Nothing here runs.
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import type { Auth, LatchkeyOptions, Provider, Session, SignInView, Store, User } from 'latchkey'

export { default as express } from 'express'
export { allowEmailDomain, allowOrganization, LatchkeyError, latchkey, refuseSignIn } from 'latchkey'
export { expressLatchkey, requireFresh, requireUser } from 'latchkey/express'
export { oauthClient } from 'latchkey/oauth'
export { facebook } from 'latchkey/providers/facebook'
export { github } from 'latchkey/providers/github'
export { google } from 'latchkey/providers/google'
export { oauth2 } from 'latchkey/providers/oauth2'
export { oidc } from 'latchkey/providers/oidc'
export { protectedResource } from 'latchkey/resource'
export { memory } from 'latchkey/stores/memory'
export { sqlite } from 'latchkey/stores/sqlite'
export * as v from 'valibot'

export declare const app: import('express').Express
export declare const auth: Auth
export declare const options: LatchkeyOptions
export declare const store: Store
export declare const server: import('node:http').Server
export declare const session: Session
export declare const request: Request
export declare const req: ExpressRequest
export declare const res: ExpressResponse
export declare const user: User | null
export declare const userId: string
/** The part of a server from the package `ws` that the documents use. */
export declare const sockets: {
  handleUpgrade(
    request: import('node:http').IncomingMessage,
    socket: import('node:stream').Duplex,
    head: Buffer,
    opened: (webSocket: {
      close(code: number, reason: string): void
      on(event: 'close', listener: () => void): void
    }) => void,
  ): void
}

export declare const keychain: { get(): Promise<string | null>; set(text: string | null): Promise<void> }
export declare function openInSystemBrowser(url: string): Promise<string>

/** Replaces `…` in a list of options. */
export declare const elided: { readonly providers: readonly Provider[]; readonly store: Store }

// Parts of the application itself.
export interface Customer {
  readonly id: string
  readonly name: string | null
}
interface Table<Row> {
  find(id: string): Row | null
  insert(row: object): string
  update(id: string, row: object): void
  delete(id: string): void
}
export declare const table: Table<Customer>
export declare const db: {
  readonly customers: Omit<Table<Customer>, 'insert'> & { insert(row: object): Promise<{ id: number }> }
}
export declare const mail: {
  welcome(user: User | null): Promise<void>
  accountAdded(userId: string, provider: string): void
}
export declare const metrics: { count(name: string, labels: object): void }
export declare function ownSignInPage(view: SignInView): Promise<string>
