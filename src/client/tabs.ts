// Messages between the tabs of one browser: that a person signed in or out, and that a popup has finished. They contain nothing about the
// person; tabs that receive one ask the server. Uses BroadcastChannel, or the storage event without it (HTML §9.5, §12.2).

export interface Tabs {
  /** Sends a popup's id, or nothing for "refresh". */
  readonly tell: (id?: string) => void
  /** Notifies other tabs if the mark differs from the last known one; without storage, only of this tab's own changes. */
  readonly remember: (mark: string, isOwn: boolean) => void
}

/** `name` is the same for all tabs of one server. */
export function createTabs(name: string, onTold: (id: string) => void): Tabs {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null
  if (channel) channel.onmessage = ({ data }) => onTold(typeof data === 'string' ? data : '')
  else {
    addEventListener('storage', ({ key, newValue }) => {
      if (key === name) onTold('')
      if (key === `${name}#`) onTold(newValue ?? '')
    })
  }

  function tell(id = ''): void {
    if (channel) channel.postMessage(id)
    // Without an id, the mark itself is written, and its storage event means "refresh".
    else if (id) write(`${name}#`, id)
  }

  return {
    tell,
    remember(mark, isOwn) {
      const before = read(name)
      // Without storage, tabs that pass on what they received would never stop.
      if (before === mark || (before === null && !isOwn)) return
      write(name, mark)
      tell()
    },
  }
}

/** Storage may be turned off: then a tab reports only its own changes, and other tabs refresh when they become visible. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {}
}
