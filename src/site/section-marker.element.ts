/** Marks the link to the section that is read. */
export class SectionMarker extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    const links = new Map(
      [...this.querySelectorAll('a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
    );
    // A section is read from when its heading has come up to the middle until the next one does.
    this.#observer = new IntersectionObserver(
      () => {
        const ids = [...links.keys()];
        const read = ids.findLast((id) => {
          const top = document.getElementById(id)?.getBoundingClientRect().top;
          return top !== undefined && top < innerHeight / 2;
        });
        for (const [id, link] of links) {
          if (id === read) link.setAttribute('aria-current', 'true');
          else link.removeAttribute('aria-current');
        }
      },
      { rootMargin: '0px 0px -50%' },
    );
    for (const id of links.keys()) {
      const heading = document.getElementById(id);
      if (heading !== null) this.#observer.observe(heading);
    }
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'section-marker': SectionMarker;
  }
}

customElements.define('section-marker', SectionMarker);
