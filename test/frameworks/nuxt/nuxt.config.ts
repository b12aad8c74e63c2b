// Built once for Node: the environment sets the base path (NUXT_APP_BASE_URL).
export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  nitro: { prerender: { routes: ['/about'] } },
})
