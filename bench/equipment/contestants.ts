// The contestants: for each host, the bare framework, Latchkey, and the libraries that its users would choose instead.
import type { Laboratory } from './laboratory.ts'
import type { LoginRecipe } from './login-recipes.ts'

export type Host = 'node:http' | 'Express' | 'Hono' | 'Fastify'

export interface Contestant {
  readonly name: string
  readonly host: Host
  readonly kind: 'bare' | 'latchkey' | 'peer'
  /** Relative to `bench/`. */
  readonly file: string
  /** Where the server keeps its sessions. */
  readonly store: string
  /** How a browser signs in; null if there is no sign-in. */
  readonly login: LoginRecipe | null
  /** The status of an anonymous request for the protected route. */
  readonly refusal: number
}

const allHosts: readonly Host[] = ['node:http', 'Express', 'Hono', 'Fastify']

const files: Readonly<Record<Host, string>> = {
  'node:http': 'node',
  Express: 'express',
  Hono: 'hono',
  Fastify: 'fastify',
}

/** The host without sign-in, with which everything else on it is compared. */
export function bare(host: Host): Contestant {
  return {
    name: 'bare',
    host,
    kind: 'bare',
    file: `servers/${files[host]}-bare.mjs`,
    store: '',
    login: null,
    refusal: 200,
  }
}

/** Latchkey on this host, with this store. */
export function latchkeyOn(host: Host, store: string): Contestant {
  return {
    name: `Latchkey, ${storeNames[store] ?? store}`,
    host,
    kind: 'latchkey',
    file: `servers/${files[host]}-latchkey.mjs`,
    store,
    login: 'latchkey',
    refusal: 303,
  }
}

const storeNames: Readonly<Record<string, string>> = {
  sealed: 'sealed',
  sqlite: 'SQLite',
  postgres: 'PostgreSQL',
  redis: 'Redis + PostgreSQL',
}

function peer(name: string, file: string, rest: Partial<Contestant>): Contestant {
  return {
    name,
    host: 'Express',
    kind: 'peer',
    file: `peers/${file}.mjs`,
    store: '',
    login: 'get-login',
    refusal: 302,
    ...rest,
  }
}

/** Every host, and Latchkey on it with each store; stores over a network on node:http only. */
export function latchkeyBesideBare({
  hasStore,
  options,
}: Pick<Laboratory, 'hasStore' | 'options'>): Contestant[] {
  const stores = options.stores.filter(hasStore)
  const isNear = (store: string) => store === 'sealed' || store === 'sqlite'
  const hosts = options.isQuick ? allHosts.slice(0, 2) : allHosts
  return hosts.flatMap((host) => [
    bare(host),
    ...stores
      .filter((store) => host === 'node:http' || isNear(store))
      .map((store) => latchkeyOn(host, store)),
  ])
}

export const peers: readonly Contestant[] = [
  peer('iron-session', 'iron-session', { host: 'node:http', login: 'set-cookie', refusal: 303 }),
  peer('Passport, memory', 'passport', {}),
  peer('express-openid-connect, cookie', 'express-openid-connect', {}),
  peer('Auth.js', 'auth-express', { login: 'auth-express' }),
  peer('Better Auth, SQLite', 'better-auth', { login: 'better-auth' }),
  peer('Better Auth, SQLite + cookie cache', 'better-auth', { login: 'better-auth', store: 'cookie-cache' }),
]

/** The contestants that `--only` selects, plus the bare framework of each. */
export function chosen(contestants: readonly Contestant[], only: string | null): readonly Contestant[] {
  if (only === null) return contestants
  const named = contestants.filter(({ host, name }) => `${host}: ${name}`.includes(only))
  const hosts = new Set(named.map(({ host }) => host))
  return contestants.filter((one) => named.includes(one) || (one.kind === 'bare' && hosts.has(one.host)))
}
