// probe.mjs [entry]: loads the app as a worker would and prints what that took; without an entry, what a bare process takes.
import Module from 'node:module'
import { pathToFileURL } from 'node:url'

const disposable = { dispose: () => undefined }
const worker = {
  version: '3.9.1',
  hostVersion: '4.1040.300',
  setProgrammingModel: () => undefined,
  registerFunction: () => disposable,
  registerHook: () => disposable,
  log: () => undefined,
}
const load = Reflect.get(Module, '_load')
Reflect.set(Module, '_load', (request, ...rest) =>
  request === '@azure/functions-core' ? worker : load(request, ...rest),
)

const [, , entry] = process.argv
const start = performance.now()
if (entry) await import(pathToFileURL(entry).href)
const importMs = performance.now() - start
const { user, system } = process.cpuUsage()
process.stdout.write(
  JSON.stringify({ importMs, cpuMs: (user + system) / 1000, rssMiB: process.memoryUsage().rss / 2 ** 20 }),
)
