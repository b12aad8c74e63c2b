// Built for Node, once as it is and once below a prefix. Latchkey checks origins itself, and accepts answers by form.
import node from '@astrojs/node'
import { defineConfig } from 'astro/config'

const { PREFIX } = process.env

export default defineConfig({
  output: 'server',
  base: PREFIX || '/',
  outDir: PREFIX ? 'build-below-prefix' : 'build',
  adapter: node({ mode: 'standalone' }),
  security: { checkOrigin: false },
})
