// The version of Facebook's Graph API, in one place. Facebook supports a version for about two years:
// https://developers.facebook.com/docs/graph-api/changelog

/** Introduced on 2026-07-29; no end date has been announced. */
export const graphVersion = 'v26.0'
