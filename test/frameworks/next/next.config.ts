import path from 'node:path'
import type { NextConfig } from 'next'

/** Next fixes the prefix at build time. */
const prefix = process.env.PREFIX || undefined

export default {
  basePath: prefix,
  distDir: prefix ? '.next-below-prefix' : '.next',
  // For test/frameworks/next-rewrites.ts.
  rewrites: async () => [
    { source: '/account/:path*', destination: '/auth/:path*' },
    { source: '/me', destination: '/profile' },
  ],
  turbopack: { root: path.resolve(import.meta.dirname) },
} satisfies NextConfig
