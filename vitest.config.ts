import { defineConfig } from 'vitest/config'

/** Generous: a busy machine of two cores is no reason to fail. */
const testTimeout = 60_000

/** Their tests share one parser, which takes half a second to load. */
const shared = ['kql', 'core']

const packages = ['kql', 'core', 'sandbox', 'cli', 'functions-host', 'infra-check'].map((name) => ({
  test: {
    name,
    root: `packages/${name}`,
    include: ['test/**/*.test.ts'],
    testTimeout,
    isolate: !shared.includes(name),
  },
}))

export default defineConfig({
  test: {
    projects: [...packages, { test: { name: 'repository', include: ['test/*.test.ts'], testTimeout } }],
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['packages/*/src/**'] },
  },
})
