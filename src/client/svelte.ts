// `latchkey/svelte`: who is signed in as a store, rendered first on the server without a flash, and an action for forms that work before
// hydration. Both follow Svelte's contracts without importing Svelte, so they work with each of its versions.
import type { Client, ClientSession, WayOptions } from './client-types.ts'

/** Svelte's store contract. */
export interface SessionStore<A = unknown> {
  /** Null without a session; undefined while it is not known. */
  subscribe(run: (session: ClientSession<A> | null | undefined) => void): () => void
}

/** `first`: the result of the server's `auth.clientSession`, if a server renders the page. Default: the client asks. */
export function sessionStore<A>(client: Client<A>, first?: ClientSession<A> | null): SessionStore<A> {
  return {
    subscribe(run) {
      run(client.current === undefined ? first : client.current)
      // On a server, which renders the page once, nothing changes.
      if (!('document' in globalThis)) return () => {}
      const stop = client.subscribe(run)
      if (first !== undefined) client.hydrate(first)
      // If it cannot be read, it stays unknown.
      client.session().catch(() => {})
      return stop
    },
  }
}

/** Options of the actions for forms. */
export interface EnhanceOptions extends WayOptions {
  /** The client, made by `createClient()`. */
  readonly client: Client<never>
}

/** `<form method="post" action="/auth/login/google" use:enhanceForm={{ client, popup: true }}>` */
export function enhanceForm(form: HTMLFormElement, { client, ...way }: EnhanceOptions): { destroy(): void } {
  return { destroy: client.enhance(form, way) }
}
