import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  // For this repository, where `latchkey` resolves to its own sources; your application does not need these lines.
  resolve: { conditions: ['latchkey-source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
})
