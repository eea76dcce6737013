/** What `--print-config` prints, without the names of the files. */
export const filesIn = (text: string): unknown[] =>
  text
    .split(/^\.\S.*$/m)
    .slice(1)
    .map((json) => JSON.parse(json) as unknown)
