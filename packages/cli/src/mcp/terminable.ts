/** A signal that aborts as the given one does, and when the process is asked to end. */
export function terminable(signal?: AbortSignal): AbortSignal {
  const stop = new AbortController()
  process.once('SIGTERM', () => stop.abort())
  return signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
}
