// bundle-into.mjs <folder>: makes the folder a copy of the CLI's package with a bundle that stack traces can be read of.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.mjs'
import { root } from './setup.mjs'

const [folder] = process.argv.slice(2)
await bundle(join(folder, 'dist'), { minify: false })
cpSync(join(root, 'packages/cli/package.json'), join(folder, 'package.json'))
