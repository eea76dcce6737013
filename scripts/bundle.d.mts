/** Bundles the CLI with lazy chunks into `packages/cli/dist`. */
export function bundle(): Promise<void>
