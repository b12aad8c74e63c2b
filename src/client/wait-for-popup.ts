// Waits until a popup has finished, or the person has closed it.

/** Callbacks for messages from pages of the application, by the popup's id, which only the two windows know. */
export type Waiting = Map<string, () => void>

const LOOK_MILLISECONDS = 300

/** Resolves to whether the popup finished. `origin` is that of the server, whose last page sends the message. */
export function waitForPopup(popup: Window, id: string, origin: string, waiting: Waiting): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (isFinished: boolean) => {
      clearInterval(timer)
      removeEventListener('message', hear)
      waiting.delete(id)
      popup.close()
      resolve(isFinished)
    }
    // RFC 9700 §4.17: only from this window, at exactly this origin, and with the id that this page generated.
    const hear = ({ origin: from, source, data }: MessageEvent) => {
      if (from === origin && source === popup && data?.latchkey === id) done(true)
    }
    addEventListener('message', hear)
    waiting.set(id, () => done(true))
    // A provider's Cross-Origin-Opener-Policy makes the window look closed while the person uses it. A person who is back at this page
    // has closed or left the popup.
    const timer = setInterval(() => {
      if (popup.closed && document.hasFocus()) done(false)
    }, LOOK_MILLISECONDS)
  })
}
