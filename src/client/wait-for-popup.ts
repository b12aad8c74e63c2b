// Until a popup has come to its end, or its person has closed it.

/** What is heard from pages that the popup can reach: by its id, which only the two windows know. */
export type Waiting = Map<string, () => void>

const LOOK_MILLISECONDS = 300

/** Whether it came to its end. `origin` is the server's, whose last page speaks to us. */
export function waitForPopup(popup: Window, id: string, origin: string, waiting: Waiting): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (isFinished: boolean) => {
      clearInterval(timer)
      removeEventListener('message', hear)
      waiting.delete(id)
      popup.close()
      resolve(isFinished)
    }
    // RFC 9700 §4.17: only this window, at exactly this origin, and only with the id that we gave it.
    const hear = ({ origin: from, source, data }: MessageEvent) => {
      if (from === origin && source === popup && data?.latchkey === id) done(true)
    }
    addEventListener('message', hear)
    waiting.set(id, () => done(true))
    // A provider's Cross-Origin-Opener-Policy makes the window look closed while the person uses it; who is back at this page
    // has closed it, or left it.
    const timer = setInterval(() => {
      if (popup.closed && document.hasFocus()) done(false)
    }, LOOK_MILLISECONDS)
  })
}
