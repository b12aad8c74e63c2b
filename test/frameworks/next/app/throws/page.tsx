import { connection } from 'next/server'

export default async function Throws() {
  await connection()
  throw new Error('broken on purpose')
}
