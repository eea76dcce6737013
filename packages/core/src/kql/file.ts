import { readFileSync } from 'node:fs'

/** The text of a `.kql` file beside the module that asks for it; a bundler puts the text in its place. */
export const kqlFile = (module: string, name: string): string => readFileSync(new URL(name, module), 'utf8')
