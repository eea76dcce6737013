import { cancelled } from '../errors.ts'
import type { Source } from '../sources/source.ts'
import { counted } from '../wording.ts'
import type { Call } from './tool.ts'

/** The source of a call, which tells of every page that arrives and gives up when the caller does. */
export function counting({ place, signal, progress }: Call): Source {
  let [pages, rows] = [0, 0]
  return {
    ...place.source,
    async *query(question) {
      if (signal?.aborted) throw cancelled(signal)
      for await (const page of place.source.query(question)) {
        if (signal?.aborted) throw cancelled(signal)
        pages += 1
        rows += page.rows.length
        progress?.({ pages, message: `${counted(rows, 'row')} in ${counted(pages, 'page')} so far` })
        yield page
      }
    },
  }
}
