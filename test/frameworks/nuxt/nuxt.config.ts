// Built once for Node: where it is mounted, its environment says (NUXT_APP_BASE_URL).
export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  nitro: { prerender: { routes: ['/about'] } },
})
