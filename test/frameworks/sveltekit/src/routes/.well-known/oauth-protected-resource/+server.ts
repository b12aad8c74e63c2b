import { notesApi } from '../../../api.server.ts'

export const GET = () => notesApi().metadata()
