// Loads the flows, pages, languages, and in development the inspector, at the first request below the base path. A session
// check needs none of them.
import type { Provider } from './contracts/provider.ts'
import type { RequestHandler } from './flows/request/handle-request.ts'
import type { Core, Stylesheet } from './flows/request/parts.ts'
import type { Places } from './flows/request/place.ts'
import type { Languages } from './languages/speaking/create-languages.ts'
import type { Settings } from './options.ts'
import { isDevelopment } from './setup/development.ts'

export async function loadHandler(
  core: Core,
  places: Places,
  loadLanguages: () => Promise<Languages>,
): Promise<RequestHandler> {
  const [flows, drawing, languages, inspection] = await Promise.all([
    import('./flows/request/handle-request.ts'),
    import('./pages/index.ts'),
    loadLanguages(),
    isDevelopment(core.settings) ? loadInspection(core.settings) : null,
  ])
  const drawn = new WeakMap<readonly Provider[], Stylesheet>()
  return flows.createRequestHandler(core, places, {
    pages: drawing.defaultPages,
    neutralBrand: drawing.neutralBrand,
    languages,
    inspection,
    stylesheetFor(providers) {
      const known = drawn.get(providers)
      if (known) return known
      const css = `${drawing.stylesheetFor(providers, core.settings.theme)}${inspection?.styles ?? ''}`
      const stylesheet = { css, version: drawing.versionOf(css) }
      drawn.set(providers, stylesheet)
      return stylesheet
    },
  })
}

/** The development inspector and its page; never loaded in production. */
async function loadInspection({ now }: Settings) {
  const [{ createInspector }, { inspect }, { inspectorStyles }] = await Promise.all([
    import('./inspection/create-inspector.ts'),
    import('./pages/inspect.ts'),
    import('./pages/styles/inspector.ts'),
  ])
  return { inspector: createInspector({ now }), page: inspect, styles: inspectorStyles }
}
