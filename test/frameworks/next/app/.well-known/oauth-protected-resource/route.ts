import { connection } from 'next/server'
import { notesApi } from '../../../api'

export async function GET(): Promise<Response> {
  await connection()
  return notesApi().metadata()
}
