import { layoutOf } from '../formats/layout.ts'
import type { Sheet } from '../formats/sheet.ts'
import type { Look } from '../look.ts'
import { wrapped } from '../text/wrap.ts'

/** The columns for which a terminal of this width has no room. */
export function leftOut(sheet: Sheet, width: number, { style, textWidth }: Look): readonly string[] {
  const headers = Number.isFinite(width) ? layoutOf(sheet, width).leftOut : []
  if (headers.length === 0) return []
  return wrapped(`No room for ${headers.join(', ')} (--columns chooses)`, textWidth).map(style.dim)
}
