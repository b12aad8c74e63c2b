// Cloudflare Workers have many of Node's globals and modules, so it takes more than those to tell them from Node.

/** Whether this runs in a worker of Cloudflare, deployed or in `wrangler dev`. */
export function isOnWorkers(): boolean {
  const { navigator } = globalThis as { readonly navigator?: { readonly userAgent?: string } }
  return navigator?.userAgent === 'Cloudflare-Workers'
}
