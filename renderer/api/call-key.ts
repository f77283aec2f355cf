/** First part of each key in the cache, so that nothing else in it is mistaken for a call. */
export const callKey = 'call'
