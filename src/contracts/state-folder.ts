// The folder in which development keeps what it made up: a secret, the local identity provider's keys, an SQLite file. Node's
// file system is handed in, since most platforms have none.

export const STATE_FOLDER = '.latchkey'

interface FileSystem {
  mkdirSync(folder: string, options: { readonly recursive: true; readonly mode: number }): unknown
  writeFileSync(file: string, text: string, options: { readonly flag: 'wx' }): void
}

/**
 * Makes a folder where it is missing, for its owner only. Nothing of the state folder belongs into a repository, so it also
 * gets a `.gitignore` of its own. Throws what `mkdirSync` throws.
 */
export function makeOwnFolder(fs: FileSystem, folder: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (folder.split(/[/\\]/).at(-1) !== STATE_FOLDER) return
  try {
    fs.writeFileSync(`${folder}/.gitignore`, '*\n', { flag: 'wx' })
  } catch {
    // It is there already, or the folder can only be read.
  }
}
