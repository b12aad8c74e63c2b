// Every host of the adapter suite, in the order of docs/frameworks.md.
import type { AdapterHost } from '../../../src/testing/contract/adapter/stage.ts'
import { astroHost } from './astro.ts'
import { bunHost, elysiaOnBunHost } from './bun.ts'
import { denoHost } from './deno.ts'
import { elysiaHost } from './elysia-on-node.ts'
import { express4Host, express5Host } from './express.ts'
import { fastifyHost } from './fastify.ts'
import { fetchHost } from './fetch-on-node.ts'
import { h3Host } from './h3.ts'
import { h3v1Host } from './h3v1.ts'
import { honoHost } from './hono-on-node.ts'
import { koa2Host, koa3Host } from './koa.ts'
import { lambdaRestHost, lambdaStreamHost, lambdaUrlHost } from './lambda.ts'
import {
  nest11OnExpressHost,
  nest11OnFastifyHost,
  nest12OnExpressHost,
  nest12OnFastifyHost,
} from './nestjs.ts'
import { nextHost } from './next.ts'
import { nodeHost } from './node.ts'
import { nuxtHost } from './nuxt.ts'
import { reactRouter7Host, reactRouter8Host } from './react-router.ts'
import { sveltekit2Host, sveltekit3Host } from './sveltekit.ts'
import { tanstackStartHost } from './tanstack-start.ts'
import { honoOnWorkerdHost, workerdHost } from './workerd.ts'

/** Hosts that are installed with this repository: `npm test`. */
export const installedHosts: readonly AdapterHost[] = [
  nodeHost,
  express4Host,
  express5Host,
  fastifyHost,
  koa3Host,
  h3v1Host,
  h3Host,
  honoHost,
  elysiaHost,
  fetchHost,
  lambdaUrlHost,
  lambdaRestHost,
  lambdaStreamHost,
]

/** The other hosts, by their folder in test/frameworks/: `npm run test:frameworks`. */
export const hostsByFolder: Readonly<Record<string, readonly AdapterHost[]>> = {
  fetch: [bunHost, elysiaOnBunHost, denoHost, workerdHost, honoOnWorkerdHost],
  koa2: [koa2Host],
  nestjs11: [nest11OnExpressHost, nest11OnFastifyHost],
  nestjs: [nest12OnExpressHost, nest12OnFastifyHost],
  sveltekit2: [sveltekit2Host],
  sveltekit: [sveltekit3Host],
  next: [nextHost],
  astro: [astroHost],
  nuxt: [nuxtHost],
  'react-router7': [reactRouter7Host],
  'react-router': [reactRouter8Host],
  'tanstack-start': [tanstackStartHost],
}

export const everyHost: readonly AdapterHost[] = [...installedHosts, ...Object.values(hostsByFolder).flat()]
