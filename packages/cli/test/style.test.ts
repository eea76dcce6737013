import { expect, test } from 'vitest'
import { lookOf } from '../src/look.ts'
import { coloured, plain, styleOf } from '../src/style.ts'

const terminal = { write: () => true, isTTY: true, columns: 97 }
const pipe = { write: () => true }

test.each([
  ['a terminal', terminal, {}, coloured],
  ['a pipe', pipe, {}, plain],
  ['NO_COLOR', terminal, { NO_COLOR: '1' }, plain],
  ['an empty NO_COLOR', terminal, { NO_COLOR: '' }, coloured],
  ['FORCE_COLOR in a pipe', pipe, { FORCE_COLOR: '1' }, coloured],
  ['FORCE_COLOR over NO_COLOR', pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }, coloured],
  ['FORCE_COLOR=0', terminal, { FORCE_COLOR: '0' }, plain],
  ['a dumb terminal', terminal, { TERM: 'dumb' }, plain],
])('colour: %s', (_case, output, env, style) => {
  expect(styleOf(output, env)).toBe(style)
})

test.each([
  ['the terminal', terminal, {}, 97],
  ['COLUMNS', terminal, { COLUMNS: '60' }, 60],
  ['COLUMNS in a pipe', pipe, { COLUMNS: '60' }, 60],
  ['COLUMNS without sense', terminal, { COLUMNS: 'x' }, 97],
  ['a pipe', pipe, {}, Infinity],
])('width: %s', (_case, output, env, width) => {
  expect(lookOf(output, env).width).toBe(width)
})
