// The versions in the package.json of a new project. A test compares them with the versions that this repository is tested with.

export const versions = {
  express: '^5.3.0',
  '@types/express': '^5.0.6',
  fastify: '^5.12.8',
  koa: '^3.3.0',
  '@types/koa': '^3.0.3',
  '@koa/router': '^15.7.0',
  h3: '^2.0.8',
  hono: '^4.13.19',
  '@hono/node-server': '^2.1.8',
  elysia: '^1.4.30',
  '@elysiajs/node': '^1.4.5',
  next: '^16.4.5',
  react: '^19.3.1',
  'react-dom': '^19.3.1',
  '@types/react': '^19.3.0',
  '@types/react-dom': '^19.3.0',
  '@sveltejs/kit': '^3.2.0',
  '@sveltejs/vite-plugin-svelte': '^7.3.1',
  svelte: '^5.57.3',
  'svelte-check': '^4.7.8',
  vite: '^8.3.8',
  '@nestjs/common': '^12.5.1',
  '@nestjs/core': '^12.5.1',
  '@nestjs/platform-express': '^12.5.1',
  '@nestjs/cli': '^12.0.8',
  'reflect-metadata': '^0.2.2',
  rxjs: '^7.8.2',
  nuxt: '^4.5.2',
  vue: '^3.5.45',
  'vue-router': '^5.5.1',
  'vue-tsc': '^3.3.14',
  astro: '^7.3.5',
  '@astrojs/node': '^11.1.6',
  '@astrojs/check': '^0.9.10',
  // Its packages depend on exact versions of each other.
  'react-router': '8.4.0',
  '@react-router/dev': '8.4.0',
  '@react-router/node': '8.4.0',
  '@react-router/serve': '8.4.0',
  isbot: '^5.2.3',
  '@tanstack/react-router': '^1.170.46',
  '@tanstack/react-start': '^1.169.5',
  '@vitejs/plugin-react': '^6.3.0',
  srvx: '^1.0.8',
  '@types/bun': '^1.4.5',
  esbuild: '^0.28.2',
  wrangler: '^4.164.0',
  pg: '^8.23.1',
  mysql2: '^3.24.5',
  typescript: '^7.0.2',
  '@types/node': '^24.19.2',
} as const

/** Hosts with a build use the compiler as a library, which TypeScript 7 does not offer. */
export const typescriptLibrary = '^6.0.3'

export function versionsOf(...names: readonly (keyof typeof versions)[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, versions[name]]))
}
