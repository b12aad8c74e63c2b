// A table of the application, in the same file as those of Latchkey: when each user signed in.
import { DatabaseSync } from 'node:sqlite'

export interface Visits {
  record(userId: string, at: Date): void
  /** Newest first. */
  list(userId: string): readonly Date[]
}

export function openVisits(file: string): Visits {
  const database = new DatabaseSync(file)
  database.exec('create table if not exists visits (user_id text not null, at integer not null)')
  const insert = database.prepare('insert into visits (user_id, at) values (?, ?)')
  const select = database.prepare('select at from visits where user_id = ? order by at desc limit 20')
  return {
    record: (userId, at) => void insert.run(userId, at.getTime()),
    list: (userId) => select.all(userId).map(({ at }) => new Date(Number(at))),
  }
}
