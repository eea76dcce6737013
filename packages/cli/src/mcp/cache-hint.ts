/** How long clients may keep what does not change while the server runs. */
export const anHour = { ttlMs: 3_600_000, cacheScope: 'public' } as const
