export default defineEventHandler((event) => {
  setResponseHeader(event, 'X-First', '1')
})
