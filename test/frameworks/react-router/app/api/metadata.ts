import { notesApi } from '../notes-api.server'

export const loader = () => notesApi().metadata()
