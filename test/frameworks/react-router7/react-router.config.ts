// Built once as it is and once below a prefix.
import type { Config } from '@react-router/dev/config'

const { PREFIX } = process.env

export default {
  basename: PREFIX || '/',
  prerender: ['/about'],
  buildDirectory: PREFIX ? 'build-below-prefix' : 'build',
  future: { v8_middleware: true },
} satisfies Config
