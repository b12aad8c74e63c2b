import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  // For this repository, where `latchkey` is its own sources: an application of yours needs no such lines.
  resolve: { conditions: ['latchkey-source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
})
