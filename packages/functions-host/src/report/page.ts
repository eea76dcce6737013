import type { Answer } from '@infra-analysis/core'
import { type Html, html } from './escaped.ts'
import type { Report, Section } from './section.ts'
import { style } from './style.ts'

/** A report as one HTML file that loads nothing from anywhere. */
export function reportPage(report: Report): string {
  const { asOf, complete, sections } = report
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>Infrastructure report</title>
        ${style}
      </head>
      <body>
        <header>
          <h1>Infrastructure report</h1>
          <p>
            As of <time datetime="${asOf}">${moment(asOf)}</time>${complete ? '' : ' · some of it could not be seen'}
          </p>
        </header>
        <main>${sections.map(section)}</main>
      </body>
    </html> `
  return page.html
}

function section({ title, code, answer }: Section): Html {
  if (!answer)
    return html`<section>
      <h2>${title}</h2>
      <p class="gap">Not answered: ${code}</p>
    </section> `
  const { coverage, summary, warnings } = answer
  return html`<section>
    <h2>${title}</h2>
    <p class="headline">${summary.headline}</p>
    ${figures(answer)} ${offenders(answer)}
    <p class="coverage">
      <progress max="${coverage.total}" value="${coverage.covered}"></progress> ${coverage.covered} of ${coverage.total}
      are known
    </p>
    ${gaps(answer)} ${warnings.map(({ message, hint }) => html`<p class="gap">${message} ${hint}</p>`)}
  </section> `
}

const figures = ({ summary }: NonNullable<Section['answer']>): Html =>
  html`<dl>
    ${summary.figures.map(
      ({ label, unit, value }) =>
        html`<div>
          <dd>${value ?? '–'}${unit ? html` <small>${unit}</small>` : ''}</dd>
          <dt>${label}</dt>
        </div>`,
    )}
  </dl>`

function offenders({ summary }: Pick<Answer, 'summary'>): Html {
  if (summary.offenders.length === 0) return html``
  const rows = summary.offenders.map(
    ({ reasons, severity, subject }) =>
      html`<tr>
        <td class="${severity}">${severity}</td>
        <th scope="row">${subject}</th>
        <td>${reasons.join(' · ')}</td>
      </tr>`,
  )
  return table(rows)
}

function gaps({ coverage }: Pick<Answer, 'coverage'>): Html {
  if (coverage.gaps.length === 0) return html``
  const rows = coverage.gaps.map(
    ({ name, reason, state }) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${state}</td>
        <td>${reason}</td>
      </tr>`,
  )
  return html`<details>
    <summary>${coverage.gaps.length} about which nothing is known</summary>
    ${table(rows)}
  </details>`
}

const table = (rows: readonly Html[]): Html =>
  html`<table>
    <tbody>
      ${rows}
    </tbody>
  </table>`

const moment = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`
