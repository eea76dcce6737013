/** Rows of a log, one behind the other, that share all cells but the time and perhaps one more. */
export interface Run {
  /** The cells that the rows share, by column; of all others text is empty and the rest null. */
  readonly cells: Readonly<Record<string, unknown>>
  /** When each row was made, in milliseconds since 1970. */
  readonly times: readonly number[]
  /** The column whose cells differ, and these, one per row; numbers come as a `Float64Array`. */
  readonly varying?: { readonly column: string; readonly cells: () => readonly unknown[] | Float64Array }
}
