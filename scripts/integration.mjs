// integration.mjs [vitest arguments]: installs the suites of others, which an ordinary install leaves out, and runs the tests that use them.
import { onDemand, run } from './on-demand.mjs'

const { env } = onDemand('integration')
run('tsc', ['-p', 'integration'], env)
run('vitest', ['run', '--root', 'integration', ...process.argv.slice(2)], env)
