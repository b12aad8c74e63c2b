// Cloudflare Workers have many of Node's globals and modules, so these do not distinguish the two.

/** Whether this runs in a Cloudflare Worker, deployed or in `wrangler dev`. */
export function isOnWorkers(): boolean {
  const { navigator } = globalThis as { readonly navigator?: { readonly userAgent?: string } }
  return navigator?.userAgent === 'Cloudflare-Workers'
}
