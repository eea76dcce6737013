/** The time at which the tests take place. */
export const clock = new Date('2026-11-20T09:00:00Z')
