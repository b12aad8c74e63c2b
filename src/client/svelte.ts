// `latchkey/svelte`: who is signed in as a store, drawn by the server first without a flash, and an action for forms that work before
// hydration. Both are contracts of Svelte and need nothing of it, so they hold for each of its versions.
import type { Client, ClientSession, WayOptions } from './client-types.ts'

/** Svelte's store contract. */
export interface SessionStore<A = unknown> {
  /** Null without a session; undefined while it is not known. */
  subscribe(run: (session: ClientSession<A> | null | undefined) => void): () => void
}

/** `first`: what the server's `auth.clientSession` said, where a server draws the page. Default: the client asks. */
export function sessionStore<A>(client: Client<A>, first?: ClientSession<A> | null): SessionStore<A> {
  return {
    subscribe(run) {
      run(client.current === undefined ? first : client.current)
      // A server draws one page and hears of nothing.
      if (!('document' in globalThis)) return () => {}
      const stop = client.subscribe(run)
      if (first !== undefined) client.hydrate(first)
      // Where it cannot be known, it stays unknown.
      client.session().catch(() => {})
      return stop
    },
  }
}

/** What the actions for forms take. */
export interface EnhanceOptions extends WayOptions {
  /** The client, made by `createClient()`. */
  readonly client: Client<never>
}

/** `<form method="post" action="/auth/login/google" use:enhanceForm={{ client, popup: true }}>` */
export function enhanceForm(form: HTMLFormElement, { client, ...way }: EnhanceOptions): { destroy(): void } {
  return { destroy: client.enhance(form, way) }
}
