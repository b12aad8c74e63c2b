// All hosts, in the order in which they are offered and detected: a host that builds on another comes before it.
import type { Host } from '../host.ts'
import { astro } from './astro.ts'
import { cloudflareWorkers } from './cloudflare-workers.ts'
import { fetchHosts } from './fetch-hosts.ts'
import { nestjs } from './nestjs.ts'
import { next } from './next.ts'
import { nuxt } from './nuxt.ts'
import { reactRouter } from './react-router.ts'
import { serverHosts } from './server-hosts.ts'
import { sveltekit } from './sveltekit.ts'
import { tanstackStart } from './tanstack-start.ts'

export const hosts: readonly Host[] = [
  next,
  nuxt,
  sveltekit,
  astro,
  reactRouter,
  tanstackStart,
  nestjs,
  cloudflareWorkers,
  ...serverHosts,
  ...fetchHosts,
]

export function findHost(id: string): Host | null {
  return hosts.find((host) => host.id === id) ?? null
}
