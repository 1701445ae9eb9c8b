import { site } from '../site.config.ts';
import { redact } from './redact.ts';
import { errorReportAddress } from './report.ts';
import { make } from './result-list.element.ts';
import * as words from '../site/words.ts';

/** Offers to report an unknown error with the pasted text, after what is private was taken out and its owner looked. */
export class ErrorReport extends HTMLElement {
  #text: string | undefined;

  /** Shows the form for `text`, or nothing. */
  show(text: string | undefined): void {
    if (text === this.#text) return; // What its owner took out of it stays out.
    this.#text = text;
    this.hidden = text === undefined;
    if (text === undefined) {
      this.replaceChildren();
      return;
    }
    const area = make('textarea', { id: 'report-text', rows: '6', spellcheck: 'false' });
    area.value = redact(text);
    const link = make('a', { rel: 'noopener' }, [words.reportLink]);
    const follow = () => (link.href = errorReportAddress(site.repository, area.value));
    follow();
    area.addEventListener('input', (event) => {
      event.stopPropagation(); // It is no search.
      follow();
    });
    this.replaceChildren(
      make('details', {}, [
        make('summary', {}, [words.reportUnknown]),
        make('label', { for: 'report-text' }, [words.reportWhatGoes]),
        area,
        make('p', {}, [link]),
      ]),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'error-report': ErrorReport;
  }
}

customElements.define('error-report', ErrorReport);
