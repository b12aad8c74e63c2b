// Built once as it is and once below a prefix.
import { tanstackStart } from '@tanstack/react-start/plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const { PREFIX } = process.env

export default defineConfig({
  // As Start does for every dependency that lists Start as a peer.
  environments: { ssr: { resolve: { noExternal: ['latchkey'] } } },
  base: `${PREFIX ?? ''}/`,
  build: { outDir: PREFIX ? 'build-below-prefix' : 'build' },
  plugins: [
    tanstackStart({
      router: { basepath: PREFIX || '/' },
      pages: [{ path: '/about' }],
      prerender: { enabled: true, autoStaticPathsDiscovery: false, crawlLinks: false },
    }),
    react(),
  ],
})
