export default defineEventHandler((event) => sendRedirect(event, '/', 302))
