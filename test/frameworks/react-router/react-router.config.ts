// Built once as it is and once below a prefix.
import type { Config } from '@react-router/dev/config'

const { PREFIX } = process.env

export default {
  basename: PREFIX || '/',
  buildDirectory: PREFIX ? 'build-below-prefix' : 'build',
} satisfies Config
