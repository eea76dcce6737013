import { type Html, html } from './escaped.ts'

/** Light and dark, screen and paper. */
export const style: Html = html`<style>
  :root {
    color-scheme: light dark;
    --line: light-dark(#d8dee4, #30363d);
    --soft: light-dark(#59636e, #9198a1);
    --card: light-dark(#fff, #151b23);
  }
  body {
    margin: 0 auto;
    max-width: 66rem;
    padding: 2rem 1.5rem;
    background: light-dark(#f6f8fa, #0d1117);
    color: light-dark(#1f2328, #e6edf3);
    font:
      15px/1.5 system-ui,
      sans-serif;
  }
  h1 {
    font-size: 1.6rem;
    margin: 0;
  }
  h2 {
    font-size: 1.1rem;
    margin: 0 0 0.5rem;
  }
  header p,
  .coverage,
  dt {
    color: var(--soft);
  }
  section {
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 8px;
    margin: 1rem 0;
    padding: 1.25rem 1.5rem;
    break-inside: avoid;
  }
  .headline {
    font-size: 1.05rem;
    margin: 0 0 1rem;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem 2rem;
    margin: 0 0 1rem;
  }
  dl div {
    min-width: 6rem;
  }
  dd {
    margin: 0;
    font-size: 1.4rem;
    font-variant-numeric: tabular-nums;
  }
  dt,
  small {
    font-size: 0.8rem;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    margin: 0.5rem 0;
  }
  th,
  td {
    border-top: 1px solid var(--line);
    padding: 0.35rem 0.75rem 0.35rem 0;
    text-align: left;
    vertical-align: top;
    font-weight: normal;
  }
  th {
    font-weight: 600;
    white-space: nowrap;
  }
  .high {
    color: light-dark(#d1242f, #ff7b72);
    font-weight: 600;
  }
  .medium {
    color: light-dark(#9a6700, #d29922);
  }
  .low,
  summary {
    color: var(--soft);
  }
  .gap {
    color: light-dark(#9a6700, #d29922);
    margin: 0.5rem 0 0;
  }
  progress {
    width: 8rem;
    vertical-align: middle;
  }
</style>`
