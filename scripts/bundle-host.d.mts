/** Bundles the Functions host with lazy chunks into `dir`, `packages/functions-host/dist` unless given. */
export function bundleHost(dir?: string): Promise<void>
