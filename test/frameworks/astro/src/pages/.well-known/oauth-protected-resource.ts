import type { APIRoute } from 'astro'
import { notesApi } from '../../api'

export const GET: APIRoute = () => notesApi().metadata()
