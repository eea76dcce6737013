#!/usr/bin/env node
// with-setup.mjs <command> [args…]: sets the workspace up once, then runs a command of node_modules/.bin.
import { spawnSync } from 'node:child_process'
import { setup, root } from './setup.mjs'

const { env } = setup()
const [command, ...args] = process.argv.slice(2)
const run = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' })
process.exit(run.status ?? 1)
