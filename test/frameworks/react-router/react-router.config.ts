// Built once as it is and once below a prefix.
import type { Config } from '@react-router/dev/config'

const { PREFIX } = process.env

export default {
  basename: PREFIX || '/',
  // With a basename, the build of 8.4 exits with code 1 and no message as soon as a page is prerendered.
  prerender: PREFIX ? [] : ['/about'],
  buildDirectory: PREFIX ? 'build-below-prefix' : 'build',
} satisfies Config
