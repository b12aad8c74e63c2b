export default defineEventHandler((event) => {
  setCookie(event, 'theme', 'dark')
  return ''
})
