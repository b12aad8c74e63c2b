// The name of the function that a catalogue entry exports.

/** `login-gov` exports `loginGov`. */
export function functionOf(id: string): string {
  return id.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
