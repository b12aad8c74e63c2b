import { notesApi } from '../../notes-api'

export default defineEventHandler(() => notesApi().metadata())
