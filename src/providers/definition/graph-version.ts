// The version of Facebook's Graph API, in one place. A version lives for about two years:
// https://developers.facebook.com/docs/graph-api/changelog

/** Introduced on 2026-07-29; its end is not announced yet. */
export const graphVersion = 'v26.0'
