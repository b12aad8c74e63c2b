// All hosts, in the order in which they are offered and looked for: what builds on another stands before it.
import type { Host } from '../host.ts'
import { next } from './next.ts'
import { serverHosts } from './server-hosts.ts'
import { sveltekit } from './sveltekit.ts'

export const hosts: readonly Host[] = [next, sveltekit, ...serverHosts]

export function findHost(id: string): Host | null {
  return hosts.find((host) => host.id === id) ?? null
}
