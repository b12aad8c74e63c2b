// Built once as it is and once below a prefix.
import type { Config } from '@react-router/dev/config'

const { PREFIX } = process.env

export default {
  basename: PREFIX || '/',
  // With a basename, the build of 8.4 ends with 1 and without any message as soon as a page is prerendered.
  prerender: PREFIX ? [] : ['/about'],
  buildDirectory: PREFIX ? 'build-below-prefix' : 'build',
} satisfies Config
