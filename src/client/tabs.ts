// Between the tabs of one browser: that somebody signed in or out, and that a popup has come to its end. Nothing of the person is
// said; tabs that receive it ask the server. BroadcastChannel, or the storage event where there is none (HTML §9.5, §12.2).

export interface Tabs {
  /** A popup's id, or nothing for "look again". */
  readonly tell: (id?: string) => void
  /** Tells the others when the mark of who is signed in is another than the tabs last knew; without a memory, of what is our own. */
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
    // The mark itself is written as well, and its event says "look again".
    else if (id) write(`${name}#`, id)
  }

  return {
    tell,
    remember(mark, isOwn) {
      const before = read(name)
      // Without a memory, tabs that tell each other what they heard would never end.
      if (before === mark || (before === null && !isOwn)) return
      write(name, mark)
      tell()
    },
  }
}

/** Storage may be turned off: then a tab tells of what it did itself, and the others look again when they are looked at. */
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
