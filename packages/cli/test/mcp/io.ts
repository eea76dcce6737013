import type { Io } from '../../src/io.ts'

/** Surroundings in which nothing is heard. */
export const silentIo = (more: Partial<Io> = {}): Io => ({
  stdout: { write: () => true },
  stderr: { write: () => true },
  env: {},
  ...more,
})
